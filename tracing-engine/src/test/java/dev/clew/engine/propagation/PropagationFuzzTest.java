// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten million headers that nobody in their right mind would send. Run more with {@code
 * -Dclew.fuzz.inputs=1000000000}, others with {@code -Dclew.fuzz.seed=7}.
 */
@Tag("slow")
class PropagationFuzzTest {

  private static final long INPUTS = Long.getLong("clew.fuzz.inputs", 10_000_000);
  private static final long SEED = Long.getLong("clew.fuzz.seed", 1);

  /** How many characters one becomes at most: three octets, percent-encoded. */
  private static final int MOST_ENCODED = 9;

  private static final FuzzFormat[] FORMATS = FuzzFormat.values();
  private static final List<TextMapPropagator> RICH =
      List.of(new TraceContextPropagator(Testing.FACTORY), new BaggagePropagator());
  private static final List<TextMapPropagator> PLAIN =
      List.of(
          B3Propagator.single(Testing.FACTORY),
          B3Propagator.multi(Testing.FACTORY),
          new JaegerPropagator(Testing.FACTORY));

  private final FuzzCarrier given = new FuzzCarrier();
  private final FuzzCarrier injected = new FuzzCarrier();
  private long accepted;

  @Test
  void everyHeaderIsTakenOrRefusedAndSentOnUnchanged() {
    for (long input = 0; input < INPUTS; input++) {
      try {
        check(new SplittableRandom(SEED * 0x9E3779B97F4A7C15L + input));
      } catch (Throwable failure) {
        throw new AssertionError(
            "seed " + SEED + ", input " + input + ", given\n" + given + "injected\n" + injected,
            failure);
      }
    }
    // A generator that only makes rubbish would test the first line of each reader.
    assertThat(accepted).isBetween(INPUTS / 4, INPUTS * 3 / 4);
  }

  private void check(SplittableRandom random) {
    given.clear();
    injected.clear();
    int kind = random.nextInt(20);
    if (kind == 0) {
      checkContext(new FuzzContext(random).rich(), RICH);
    } else if (kind == 1) {
      Context context = new FuzzContext(random).plain();
      PLAIN.forEach(propagator -> checkContext(context, List.of(propagator)));
    } else {
      FuzzFormat format = FORMATS[random.nextInt(FORMATS.length)];
      checkHeader(format, new FuzzText(random).next(format));
    }
  }

  /** What is extracted of any header, and sent on, is extracted the same by the next process. */
  private void checkHeader(FuzzFormat format, String header) {
    format.put(header, given);
    Context extracted = format.propagator.extract(Context.root(), given, FuzzCarrier.GETTER);
    if (extracted == Context.root()) {
      return;
    }
    accepted++;
    SpanContext span = Span.fromContext(extracted).getSpanContext();
    require(!span.isValid() || span.isRemote(), "a remote parent");
    format.propagator.inject(extracted, injected, FuzzCarrier.SETTER);
    require(injected.length() <= format.mostInjected, "no more than " + format.mostInjected);
    Context next = format.propagator.extract(Context.root(), injected, FuzzCarrier.GETTER);
    require(!isSentOnWhole(header) || isSame(extracted, next), "the same on the next hop");
  }

  /** Encoding may push a full header over the limit, and half a surrogate pair is replaced. */
  private static boolean isSentOnWhole(String header) {
    for (int i = 0; i < header.length(); i++) {
      if (Character.isSurrogate(header.charAt(i))) {
        return false;
      }
    }
    return header.length() <= BaggageLimits.MAX_LENGTH / MOST_ENCODED;
  }

  private void checkContext(Context context, List<TextMapPropagator> propagators) {
    injected.clear();
    Context next = Context.root();
    for (TextMapPropagator propagator : propagators) {
      propagator.inject(context, injected, FuzzCarrier.SETTER);
    }
    for (TextMapPropagator propagator : propagators) {
      next = propagator.extract(next, injected, FuzzCarrier.GETTER);
    }
    require(isSame(context, next), "what was injected");
  }

  private static boolean isSame(Context one, Context other) {
    return Span.fromContext(one).getSpanContext().equals(Span.fromContext(other).getSpanContext())
        && Baggage.fromContext(one).equals(Baggage.fromContext(other))
        && RemoteDecision.of(one) == RemoteDecision.of(other);
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new AssertionError("expected " + expected);
    }
  }
}
