// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Baggage, and OpenTelemetry's mapping of properties to metadata. */
class BaggageSpecificationTest {

  private final TextMapPropagator propagator = Testing.propagator("baggage");

  @Test
  void membersHaveKeysValuesAndProperties() {
    assertThat(read("SomeKey=SomeValue;SomeProp,SomeKey2=SomeValue2;ValueProp=PropVal"))
        .isEqualTo(
            Map.of("SomeKey", "SomeValue;SomeProp", "SomeKey2", "SomeValue2;ValueProp=PropVal"));
  }

  @Test
  void whiteSpaceAroundEverythingIsIgnored() {
    assertThat(read(" a \t = \t 1 \t ; \t p \t = \t q \t ; r \t , \t b \t = \t 2 "))
        .isEqualTo(Map.of("a", "1;p=q;r", "b", "2"));
  }

  @Test
  void valueMayHoldEqualsSigns() {
    assertThat(read("a=b=c==")).isEqualTo(Map.of("a", "b=c=="));
  }

  @Test
  void keysHaveCase() {
    assertThat(read("a=1,A=2")).isEqualTo(Map.of("a", "1", "A", "2"));
  }

  @Test
  void samePropertySeveralTimesIsKept() {
    assertThat(read("k=v;p;p=1;p=2")).isEqualTo(Map.of("k", "v;p;p=1;p=2"));
  }

  @ParameterizedTest
  @CsvSource({
    "%09%20%22%27%3B%3Dasdf%21%40%23%24%25%5E%26%2A%28%29, '\t \"'';=asdf!@#$%^&*()'",
    "Am%C3%A9lie, Am\u00e9lie",
    "Am%c3%a9lie, Am\u00e9lie",
    "%E4%BD%A0, \u4f60",
    "%F0%9F%A7%B6, \ud83e\uddf6",
    "+, +",
    "%252C, %2C",
    "%00a, '\u0000a'",
  })
  void valuesAreDecoded(String encoded, String decoded) {
    assertThat(read("k=" + encoded)).isEqualTo(Map.of("k", decoded));
  }

  @ParameterizedTest
  @CsvSource({
    "%C3, \ufffd",
    "%FFa, \ufffda",
    "a%C3b%A9, a\ufffdb\ufffd",
    "%ED%A0%80a, \ufffda",
    "%C0%AF, \ufffd\ufffd",
    "%F0%9F%A7, \ufffd",
  })
  void octetsThatAreNotUtf8AreReplaced(String encoded, String decoded) {
    assertThat(read("k=" + encoded)).isEqualTo(Map.of("k", decoded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%%", "a%", "%4", "%zz", "%4g", "100%", "%\uff11"})
  void percentSignThatEncodesNothingStandsForItself(String value) {
    boolean allowed = value.chars().allMatch(c -> c < 0x7f);
    assertThat(read("k=" + value)).isEqualTo(allowed ? Map.of("k", value) : Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "=v",
        "k v=1",
        "k=a b",
        "k=\"q\"",
        "k=a\\b",
        "k=\u00e9",
        "k\u00e9=v",
        "k;p=1",
        "k=\r\nx",
        "k\n=1",
        "k=a\u0000",
        "k[]=1",
        "k=v p;q",
        ";",
        "@=1"
      })
  void memberThatBreaksTheGrammarIsDroppedAlone(String broken) {
    assertThat(read(broken)).isEmpty();
    assertThat(read("a=1," + broken + ",b=2")).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @Test
  void propertyThatBreaksTheGrammarIsDroppedAlone() {
    assertThat(read("k=v;p=1;;=2;q r;s=3")).isEqualTo(Map.of("k", "v;p=1;s=3"));
  }

  @Test
  void propertiesAreSentOnAsTheyCame() {
    assertThat(sentOn("k=v ; p = a%20b%C3%A9= ;q%20r")).isEqualTo("k=v;p=a%20b%C3%A9=;q%20r");
  }

  @Test
  void emptyMembersAndValuesAreAllowed() {
    assertThat(read(",,k=, ,k2= ;p,")).isEqualTo(Map.of("k", "", "k2", ";p"));
  }

  @Test
  void lastOfMembersWithTheSameKeyIsKept() {
    assertThat(read("k=1,k=2;p")).isEqualTo(Map.of("k", "2;p"));
  }

  @Test
  void severalHeadersAreOneList() {
    Headers headers = Headers.of("baggage", "userId =   alice", "baggage", "b = 1, c = 2");
    assertThat(Outcome.of(headers.joinedAndExtractedBy(propagator)).baggage())
        .isEqualTo(Map.of("userId", "alice", "b", "1", "c", "2"));
  }

  @Test
  @Tag("newest-opentelemetry")
  void severalHeadersAreOneListWhereTheGetterTellsThemApart() {
    Headers headers = Headers.of("baggage", "userId =   alice", "baggage", "b = 1, c = 2");
    assertThat(Outcome.of(headers.extractedBy(propagator)).baggage())
        .isEqualTo(Map.of("userId", "alice", "b", "1", "c", "2"));
  }

  @Test
  void atLeast64MembersAreTakenAndSentOnInEachDirection() {
    assertThat(read(members(64))).hasSize(64);
    assertThat(read(members(65))).hasSize(64);
    assertThat(read("," + members(10_000))).hasSize(64);
    BaggageBuilder many = Baggage.builder();
    IntStream.range(0, 10_000).forEach(i -> many.put("k" + i, "v"));
    assertThat(write(many.build()).split(",")).hasSize(64);
  }

  @Test
  void exactly8192BytesAreTakenAndSentOn() {
    String header = "a=" + "0".repeat(8190);
    assertThat(sentOn(header)).isEqualTo(header);
    assertThat(sentOn(header + ",")).isEqualTo(header);
    assertThat(sentOn(header + ",b=1")).isEqualTo(header);
    assertThat(sentOn(header + "0")).isNull();
  }

  @Test
  void memberBeyondTheLimitIsNotTakenInPart() {
    String first = "a=" + "0".repeat(8000);
    assertThat(read(first + ",b=" + "1".repeat(200))).containsOnlyKeys("a");
    assertThat(read(first + ",b=1;" + "p".repeat(200))).containsOnlyKeys("a");
  }

  @Test
  void entryWithoutRoomIsLeftOutAndSmallerOnesAreNot() {
    Baggage baggage =
        Baggage.builder()
            .put("a", "x".repeat(9000))
            .put("b", "\u00e9".repeat(2000))
            .put("c", "3", BaggageEntryMetadata.create("p".repeat(9000)))
            .put("d", "4", BaggageEntryMetadata.create("p=" + "\u00e9".repeat(3000)))
            .put("e", "5")
            .build();
    assertThat(write(baggage)).isEqualTo("e=5");
  }

  @Test
  void whatIsNoTokenIsNotWrittenAsKey() {
    Baggage baggage =
        Baggage.builder()
            .put("a\r\nb", "1")
            .put("a b", "1")
            .put("\u00e9", "1")
            .put("a=b", "1")
            .put("a,b", "1")
            .put("ok", "1")
            .build();
    assertThat(write(baggage)).isEqualTo("ok=1");
  }

  @Test
  void everythingElseIsEncoded() {
    Baggage baggage =
        Baggage.builder().put("k", "\r\n\t \",;\\%=\u00e9\u4f60\ud83e\uddf6\ud83e\u0000~").build();
    assertThat(write(baggage))
        .isEqualTo("k=%0D%0A%09%20%22%2C%3B%5C%25%3D%C3%A9%E4%BD%A0%F0%9F%A7%B6%EF%BF%BD%00~");
  }

  @ParameterizedTest
  @CsvSource({
    "'p', 'k=v;p'",
    "' p = q ; r ', 'k=v;p=q;r'",
    "'p=a,b', 'k=v;p=a%2Cb'",
    "'p=\r\nX: y', 'k=v;p=%0D%0AX:%20y'",
    "'p\r\nX: y', 'k=v'",
    "',x=1', 'k=v'",
    "'p=%41', 'k=v;p=%41'",
    "'p=\u00e9', 'k=v;p=%C3%A9'",
    "';;', 'k=v'",
  })
  void metadataIsWrittenAsProperties(String metadata, String header) {
    Baggage baggage =
        Baggage.builder().put("k", "v", BaggageEntryMetadata.create(metadata)).build();
    assertThat(write(baggage)).isEqualTo(header);
  }

  @Test
  void nothingIsWrittenOfNothing() {
    assertThat(Headers.injected(propagator, Context.root()).asMap()).isEmpty();
    assertThat(write(Baggage.builder().put("\n", "v").build())).isNull();
  }

  @Test
  void baggageThatIsThereStaysWhereNoneComes() {
    Context before = Context.root().with(Baggage.builder().put("k", "v").build());
    assertThat(propagator.extract(before, Headers.of("baggage", "junk"), Headers.GETTER))
        .isSameAs(before);
  }

  private Map<String, String> read(String header) {
    return Outcome.of(Headers.of("baggage", header).extractedBy(propagator)).baggage();
  }

  private String write(Baggage baggage) {
    return Headers.injected(propagator, Context.root().with(baggage)).get("baggage");
  }

  private String sentOn(String header) {
    return Headers.injected(propagator, Headers.of("baggage", header).extractedBy(propagator))
        .get("baggage");
  }

  private static String members(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));
  }
}
