// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpReceiverTest {

  private static final String ROOT = "";

  private final OtlpReceiver receiver =
      OtlpReceiver.start(OtlpChecks.allowing(), Duration.ofMillis(300), "127.0.0.1");
  private final Sender anybody = new Sender(receiver.endpoint());
  private final Sender shop = new Sender(receiver.endpoint("shop"));
  private final Sender bank = new Sender(receiver.endpoint("bank"));
  private final String traceId = TraceIds.random(16);

  @AfterEach
  void close() {
    receiver.close();
  }

  /** The test itself, and as it is seen from another JVM. */
  private Traces seenFrom(String where) {
    return where.equals("here")
        ? receiver.traces()
        : new RemoteTraces(receiver.endpoint(), Duration.ofMillis(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "elsewhere"})
  void givesATestItsTraces(String where) throws Exception {
    Traces traces = seenFrom(where);
    String parent = anybody.send(traceId, ROOT, "parent");
    anybody.send(traceId, parent, "child");
    anybody.send(TraceIds.random(16), ROOT, "other");

    assertThatTrace(traces).hasTree("shop: parent > child").span("child").hasScope("test");
    assertThatTrace(traces.untaken().get(0)).hasTree("other");
    assertThat(traces.take(1).spans()).extracting(FinishedSpan::name).containsExactly("other");
    assertThat(traces.untaken()).isEmpty();
    assertThatThrownBy(() -> traces.take(1)).hasMessageContaining("no trace with 1 spans came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "elsewhere"})
  void waitsForWhatComesLater(String where) throws Exception {
    Traces traces = seenFrom(where);
    Thread later = new Thread(() -> anybody.sendQuietly(traceId, "late", Instant.now()));
    later.start();

    assertThatTrace(traces).hasTree("late");
    later.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "elsewhere"})
  void letsBeWhatATestIgnores(String where) throws Exception {
    TestTraces test = receiver.begin("test", "shop");
    seenFrom(where).ignoreOthers();
    shop.send(traceId, ROOT, "one");

    assertThat(test.verdict()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "elsewhere"})
  void givesATestWhatItHasBegunWhateverClocksSay(String where) throws Exception {
    TestTraces test = receiver.begin("test", "shop");
    String[] parts = seenFrom(where).traceparent().split("-");
    receiver.begin("next", "shop");
    bank.send(parts[1], parts[2], "answer", Instant.now().minusSeconds(60));

    assertThat(receiver.traces().untaken()).isEmpty();
    assertThatTrace(test).hasTree("answer");
  }

  @Test
  void tellsTestsThatShareAServerApart() throws Exception {
    TestTraces first = receiver.begin("first", "shop");
    String parent = shop.send(traceId, ROOT, "of first");
    bank.send(TraceIds.random(16), ROOT, "of others");
    shop.send(TraceIds.random(16), ROOT, "before all", Instant.now().minusSeconds(60));
    assertThatTrace(first).hasTree("of first");

    TestTraces second = receiver.begin("second", "shop");
    shop.send(traceId, parent, "late");
    shop.send(TraceIds.random(16), ROOT, "of second");
    anybody.send(TraceIds.random(16), ROOT, "of anybody");

    assertThat(first.untaken()).singleElement().hasToString("shop: late (internal)");
    assertThatTrace(second).hasTree("of second");
    assertThatTrace(second).hasTree("of anybody");
    assertThat(second.untaken()).isEmpty();
    assertThat(second.verdict()).isEmpty();
    assertThat(first.verdict()).singleElement().asString().contains("late (internal)");
  }

  @Test
  void findsWhatATestDidNotLookAt() throws Exception {
    TestTraces test = receiver.begin("test", "shop");
    shop.send(traceId, ROOT, "one");

    assertThat(test.verdict())
        .containsExactly(
            "the test test did not look at\n  trace %s\n    shop: one (internal)"
                .formatted(traceId));
  }

  @Test
  void findsSpansWhoseParentsNeverCame() throws Exception {
    TestTraces test = receiver.begin("test", "shop");
    shop.send(traceId, TraceIds.random(8), "child");
    test.take(1);

    assertThat(test.verdict())
        .containsExactly("the parent of shop: child (internal) was never finished");
  }

  @Test
  void findsWhatIsNotAsOtlpHasIt() throws Exception {
    TestTraces test = receiver.begin("test", "shop");
    test.ignoreOthers();
    new Sender(receiver.endpoint() + "/wrong?").post(Span.getDefaultInstance());

    assertThat(test.verdict())
        .contains("spans came by POST /wrong", "span \"\" has no name")
        .isNotEqualTo(List.of());
    assertThat(test.verdict()).noneMatch(problem -> problem.contains("no name"));
  }
}
