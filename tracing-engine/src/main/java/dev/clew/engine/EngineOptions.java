// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.api.config.Option;
import dev.clew.engine.propagation.Propagators;
import dev.clew.engine.resource.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What can be configured of the engine. */
public final class EngineOptions {

  private static final int MAX_COUNT = 100_000;
  private static final int MAX_LENGTH = 1 << 24;

  /** Turns recording off altogether; contexts are still passed on to other services. */
  public static final Option<Boolean> DISABLED = Option.flag("otel.sdk.disabled", false);

  /**
   * Which traces are recorded: always_on, always_off, traceidratio, probability, ratelimited,
   * adaptive, tail, a sampler that was added, or any of these with the prefix parentbased_ for the
   * start of a trace only.
   */
  public static final Option<String> SAMPLER =
      Option.text("otel.traces.sampler", "parentbased_always_on");

  /**
   * Decides instead of otel.traces.sampler where it is set; for samplers of Clew's own, where other
   * services read the same OpenTelemetry settings.
   */
  public static final Option<String> CLEW_SAMPLER = Option.text("clew.traces.sampler", "");

  /** The share of traces that traceidratio and probability record. */
  public static final Option<Double> SAMPLER_RATIO =
      Option.number("otel.traces.sampler.arg", 1.0, 0, 1);

  /** How many traces a second ratelimited records. */
  public static final Option<Double> TRACES_PER_SECOND =
      Option.number("clew.sampler.ratelimited.traces", 10, 0.001, 1_000_000);

  /**
   * How many spans a second adaptive records, shared out among routes so that rare ones are always
   * seen.
   */
  public static final Option<Double> SPANS_PER_SECOND =
      Option.number("clew.sampler.adaptive.spans", 100, 0.01, 1_000_000);

  /**
   * How much of one processor's time adaptive may spend on recording, in percent: instead of
   * clew.sampler.adaptive.spans, which holds until it is known what a span costs; 0 for no such
   * budget.
   */
  public static final Option<Double> OVERHEAD =
      Option.number("clew.sampler.adaptive.overhead", 0, 0, 100);

  /** The share that tail keeps of traces without an error that were not slow. */
  public static final Option<Double> TAIL_RATIO =
      Option.number("clew.sampler.tail.ratio", 0.01, 0, 1);

  /** Tail keeps traces that are slower than so many in a hundred of their route; 100 for none. */
  public static final Option<Double> TAIL_PERCENTILE =
      Option.number("clew.sampler.tail.percentile", 99, 0, 100);

  /** Tail keeps traces that take so long or longer; 0 for none. */
  public static final Option<Duration> TAIL_SLOWER_THAN =
      Option.duration("clew.sampler.tail.slower-than", "0");

  /**
   * How much memory holds spans of traces that tail has not decided on; where that is full, the
   * oldest are decided on by the ratio alone.
   */
  public static final Option<Long> TAIL_MEMORY =
      Option.size("clew.sampler.tail.memory", "16MB", 1 << 16, 1L << 34);

  /** Attributes of a span, an event or a link. */
  public static final Option<Integer> ATTRIBUTE_COUNT = count("otel.attribute.count.limit");

  /**
   * Characters of a text in a span: of an attribute's value, and also of names, messages and stack
   * traces. OpenTelemetry sets no limit by default; Clew does, because nothing may grow without
   * bound.
   */
  public static final Option<Integer> VALUE_LENGTH = length("otel.attribute.value.length.limit");

  /** Attributes of a span, where that differs from otel.attribute.count.limit. */
  public static final Option<Integer> SPAN_ATTRIBUTE_COUNT =
      count("otel.span.attribute.count.limit");

  /** The same as otel.attribute.value.length.limit, and comes before it. */
  public static final Option<Integer> SPAN_VALUE_LENGTH =
      length("otel.span.attribute.value.length.limit");

  /** Events of a span. */
  public static final Option<Integer> SPAN_EVENT_COUNT = count("otel.span.event.count.limit");

  /** Links of a span. */
  public static final Option<Integer> SPAN_LINK_COUNT = count("otel.span.link.count.limit");

  /** Attributes of an event, where that differs from otel.attribute.count.limit. */
  public static final Option<Integer> EVENT_ATTRIBUTE_COUNT =
      count("otel.event.attribute.count.limit");

  /** Attributes of a link, where that differs from otel.attribute.count.limit. */
  public static final Option<Integer> LINK_ATTRIBUTE_COUNT =
      count("otel.link.attribute.count.limit");

  private EngineOptions() {}

  /** Every option of this room. */
  public static List<Option<?>> all() {
    List<Option<?>> all =
        new ArrayList<>(
            List.of(
                DISABLED,
                SAMPLER,
                CLEW_SAMPLER,
                SAMPLER_RATIO,
                TRACES_PER_SECOND,
                SPANS_PER_SECOND,
                OVERHEAD,
                TAIL_RATIO,
                TAIL_PERCENTILE,
                TAIL_SLOWER_THAN,
                TAIL_MEMORY,
                ATTRIBUTE_COUNT,
                VALUE_LENGTH,
                SPAN_ATTRIBUTE_COUNT,
                SPAN_VALUE_LENGTH,
                SPAN_EVENT_COUNT,
                SPAN_LINK_COUNT,
                EVENT_ATTRIBUTE_COUNT,
                LINK_ATTRIBUTE_COUNT));
    all.addAll(Resources.options());
    all.addAll(Propagators.options());
    return List.copyOf(all);
  }

  private static Option<Integer> count(String key) {
    return Option.integer(key, 128, 0, MAX_COUNT);
  }

  private static Option<Integer> length(String key) {
    return Option.integer(key, 32_768, 0, MAX_LENGTH);
  }
}
