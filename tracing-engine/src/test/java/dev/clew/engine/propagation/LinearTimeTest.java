// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A header of a megabyte costs no more than looking at each character a few times, or at none of
 * them where the format has a limit: counted, because a time would depend on the machine.
 */
class LinearTimeTest {

  private static final int MEGABYTE = 1 << 20;
  private static final String IDS = Testing.TRACE_ID + "-" + Testing.SPAN_ID;

  /** Starts and repetitions that make naive readers go over the same characters again and again. */
  private static final List<String[]> SHAPES =
      List.of(
          new String[] {"", " "},
          new String[] {"", "\t,"},
          new String[] {"", ","},
          new String[] {"", ";"},
          new String[] {"", "="},
          new String[] {"", "%"},
          new String[] {"", "%C3"},
          new String[] {"", "-"},
          new String[] {"", ":"},
          new String[] {"", "a"},
          new String[] {"", "0"},
          new String[] {"", "a=1,"},
          new String[] {"", "a=1 , "},
          new String[] {"", "a=1;b;c=2,"},
          new String[] {"k=", "a"},
          new String[] {"k=", " "},
          new String[] {"k=v;p=", "% "},
          new String[] {"k=v;", "p ; "},
          new String[] {"k=v ", " "},
          new String[] {"00-" + IDS + "-01", " "},
          new String[] {"cc-" + IDS + "-01-", "x"},
          new String[] {IDS + "-1-", "5"},
          new String[] {IDS + "-", "1-"},
          new String[] {IDS.replace('-', ':') + ":", "0"},
          new String[] {IDS.replace('-', ':') + ":0:", "1"});

  static Stream<Arguments> hugeHeaders() {
    return Stream.of(
            Arguments.of(
                "traceparent",
                reader(text -> TraceParent.read(text, new CallerIds())),
                3L * MEGABYTE),
            Arguments.of("tracestate", reader(TraceStateReader::read), 0L),
            Arguments.of("baggage", reader(BaggageReader::read), 6L * BaggageLimits.MAX_LENGTH),
            Arguments.of(
                "b3",
                reader(text -> new B3Extractor(Testing.FACTORY).fromSingle(Context.root(), text)),
                3L * MEGABYTE),
            Arguments.of(
                "uber-trace-id",
                reader(text -> JaegerHeader.extract(Context.root(), text, Testing.FACTORY)),
                0L),
            Arguments.of(
                "jaeger-baggage",
                reader(text -> new JaegerBaggage().addList(text)),
                6L * BaggageLimits.MAX_LENGTH),
            Arguments.of(
                "uberctx-", reader(text -> new JaegerBaggage().add("uberctx-k", text)), 0L))
        .flatMap(
            reader ->
                SHAPES.stream()
                    .map(
                        shape ->
                            Arguments.of(
                                reader.get()[0], reader.get()[1], reader.get()[2], huge(shape))));
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("hugeHeaders")
  void looksAtEachCharacterAFewTimesAtMost(
      String name, Consumer<CountingText> reader, long mostLooks, Huge header) {
    CountingText text = new CountingText(header.text());
    reader.accept(text);
    assertThat(text.looks()).as(name).isLessThanOrEqualTo(mostLooks);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void worksThroughTraceStatesAndValuesInAFewPasses(Huge header) {
    String text = header.text();
    CountingText state = new CountingText(text.substring(0, TraceStateReader.MAX_LENGTH));
    TraceStateReader.read(state);
    assertThat(state.looks()).isLessThanOrEqualTo(8L * state.length());
    CountingText value = new CountingText(text);
    Percent.decode(value, 0, value.length());
    assertThat(value.looks()).isLessThanOrEqualTo(5L * value.length());
    CountingText properties = new CountingText(text);
    BaggageProperties.tidy(properties, 0, text.length(), new StringBuilder(), Integer.MAX_VALUE);
    assertThat(properties.looks()).isLessThanOrEqualTo(6L * properties.length());
  }

  static Stream<Huge> shapes() {
    return SHAPES.stream().map(LinearTimeTest::huge);
  }

  private static Huge huge(String[] shape) {
    return new Huge(shape[0], shape[1]);
  }

  private static Consumer<CountingText> reader(Consumer<CountingText> reader) {
    return reader;
  }

  /** Made when it is needed: all of them at once would take a lot of memory. */
  record Huge(String start, String repeated) {
    String text() {
      return start + repeated.repeat(MEGABYTE / repeated.length());
    }

    @Override
    public String toString() {
      return "'" + start + "' '" + repeated.replace('\t', '>') + "'...";
    }
  }
}
