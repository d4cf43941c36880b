// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.engine.propagation.TraceStateList;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceState;

/**
 * OpenTelemetry's consistent probability sampling ("TraceState: Probability Sampling", "TraceState
 * Handling"). A trace is sampled where its randomness, which is the last 56 bits of its id or the
 * explicit {@code rv}, is not below a rejection threshold. What was sampled carries that threshold,
 * {@code ot=th:}, so that everybody knows how many traces it stands for.
 *
 * <p>This is OpenTelemetry's {@code ProbabilitySampler}, which asks nobody, so that the spans of a
 * trace agree where all have the same ratio; and the arithmetic that other samplers share. A trace
 * that starts here costs nothing beyond its span.
 */
public final class Consistent implements Sampler {

  /** The threshold that no randomness reaches, 2<sup>56</sup>: nothing is sampled. */
  public static final long NOTHING = 1L << 56;

  /** The threshold that each randomness reaches: everything is sampled. */
  public static final long EVERYTHING = 0;

  private static final String KEY = "ot";
  private static final String THRESHOLD = "th:";
  private static final String RANDOMNESS = "rv:";
  private static final String DIGITS = "0123456789abcdef";
  private static final int MAX_DIGITS = 14;

  /** Digits of a threshold after those that are all ones, as OpenTelemetry recommends. */
  private static final int PRECISION = 4;

  private final long threshold;
  private final Decision root;

  Consistent(double ratio) {
    this.threshold = threshold(ratio);
    this.root = decision(true, with(TraceState.getDefault(), threshold));
  }

  @Override
  public Decision sample(Candidate candidate) {
    TraceState state = candidate.parent().getTraceState();
    boolean sampled = randomness(state, candidate.traceIdLow()) >= threshold;
    return state.isEmpty()
        ? sampled ? root : Decision.DROP
        : decision(sampled, with(state, sampled ? threshold : NOTHING));
  }

  /** A decision that replaces the tracestate. */
  static Decision decision(boolean sampled, TraceState state) {
    return new Decision(sampled, Attributes.empty(), state);
  }

  /**
   * The threshold for a probability, rounded so that its text is short.
   *
   * @param probability from 0 to 1
   */
  public static long threshold(double probability) {
    return NOTHING - rounded((long) (probability * NOTHING));
  }

  /** A number of random values to keep, rounded. */
  private static long rounded(long kept) {
    if (kept == 0) {
      return 0;
    }
    int leading = (Long.numberOfLeadingZeros(kept - 1) - (Long.SIZE - 56)) / 4;
    long unit = 1L << 4 * Math.max(0, MAX_DIGITS - PRECISION - leading);
    return Math.min((kept + unit / 2) / unit * unit, NOTHING);
  }

  /** The share of traces that a threshold lets through. */
  static double probability(long threshold) {
    return (double) (NOTHING - threshold) / NOTHING;
  }

  /** The random number of a trace, below {@link #NOTHING}. */
  public static long randomness(TraceState state, long traceIdLow) {
    long explicit = number(RANDOMNESS, MAX_DIGITS, state.get(KEY));
    return explicit >= 0 ? explicit : traceIdLow & NOTHING - 1;
  }

  /** The threshold that a tracestate carries; negative for none. */
  static long threshold(TraceState state) {
    return number(THRESHOLD, 1, state.get(KEY));
  }

  /**
   * A tracestate with another threshold, and all else that it has.
   *
   * @param threshold {@link #NOTHING} for none
   */
  public static TraceState with(TraceState state, long threshold) {
    String others = without(THRESHOLD, state.get(KEY));
    String own = threshold == NOTHING ? "" : THRESHOLD + digits(threshold);
    String value = others + (others.isEmpty() || own.isEmpty() ? "" : ";") + own;
    if (state.isEmpty()) {
      return value.isEmpty() ? state : new TraceStateList(KEY + "=" + value, 1);
    }
    return value.isEmpty()
        ? state.toBuilder().remove(KEY).build()
        : state.toBuilder().put(KEY, value).build();
  }

  /** A threshold without trailing zeros, but for the one of {@link #EVERYTHING}. */
  private static String digits(long threshold) {
    String all = Long.toHexString(NOTHING | threshold);
    int end = all.length();
    while (end > 2 && all.charAt(end - 1) == '0') {
      end--;
    }
    return all.substring(1, end);
  }

  /**
   * The number that a sub-key has, with zeros added to 56 bits.
   *
   * @param minDigits what is shorter is no number
   * @return negative where there is none that can be read
   */
  private static long number(String subKey, int minDigits, String value) {
    String digits = value == null ? "" : find(subKey, value);
    if (digits.length() < minDigits || digits.length() > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < MAX_DIGITS; i++) {
      int digit = i < digits.length() ? DIGITS.indexOf(digits.charAt(i)) : 0;
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  private static String find(String subKey, String value) {
    String members = ";" + value + ";";
    int at = members.indexOf(";" + subKey);
    return at < 0 ? "" : members.substring(at + 1 + subKey.length(), members.indexOf(';', at + 1));
  }

  private static String without(String subKey, String value) {
    String rest = (";" + value).replaceAll(";" + subKey + "[^;]*", "");
    return value == null || rest.isEmpty() ? "" : rest.substring(1);
  }
}
