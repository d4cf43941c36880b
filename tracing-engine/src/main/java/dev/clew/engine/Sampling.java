// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import dev.clew.engine.sampler.Candidate;
import dev.clew.engine.sampler.Decision;
import dev.clew.engine.sampler.RecordingCost;
import dev.clew.engine.sampler.Sampler;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.function.Supplier;

/** The configured sampler, kept from doing harm. Thread-safe; nothing here throws. */
final class Sampling implements Supplier<Map<String, Long>> {

  private final Sampler sampler;
  private final Faults faults;
  private final boolean followsUnsampledParent;
  private final RecordingCost cost;
  private final boolean watchesFailures;

  Sampling(Sampler sampler, Faults faults) {
    this.sampler = sampler;
    this.faults = faults;
    this.followsUnsampledParent = followsUnsampledParent(sampler);
    this.cost = cost(sampler);
    this.watchesFailures = watchesFailures(sampler);
  }

  boolean followsUnsampledParent() {
    return followsUnsampledParent;
  }

  /** The sampler's decision; where it fails, the parent's, and without a parent not to sample. */
  Decision decide(Candidate candidate) {
    try {
      Decision decision = sampler.sample(candidate);
      if (decision != null) {
        return decision;
      }
      fault(new NullPointerException("no decision"));
    } catch (Throwable failed) {
      fault(failed);
    }
    return Decision.of(candidate.parent().isSampled());
  }

  /** The sampler, if it decides when traces have ended; else {@code null}. */
  Tail tail() {
    return sampler instanceof Tail tail ? tail : null;
  }

  /** {@code null} where nobody wants to know what spans cost. */
  RecordingCost cost() {
    return cost;
  }

  boolean samplesBy(String attribute) {
    try {
      return sampler.samplesBy(attribute);
    } catch (Throwable failed) {
      fault(failed);
      return false;
    }
  }

  /** Has the sampler know of a span that ends, where it wants to. */
  void ended(RecordingSpan span, Recording recording) {
    if (watchesFailures && span.isLocalRoot()) {
      SpanStatus status = recording.status();
      if (status != null && status.code() == StatusCode.ERROR) {
        tell(recording);
      }
    }
  }

  /** Whatever the sampler does, the span goes on its way. */
  private void tell(Recording failure) {
    try {
      sampler.failed(key -> Slots.get(failure.attributes(), key));
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  /** What the sampler counts; nothing where that fails. */
  @Override
  public Map<String, Long> get() {
    try {
      return sampler.counts();
    } catch (Throwable failed) {
      fault(failed);
      return Map.of();
    }
  }

  void close() {
    try {
      sampler.close();
    } catch (Throwable failed) {
      fault(failed);
    }
  }

  private boolean followsUnsampledParent(Sampler asked) {
    try {
      return asked.followsUnsampledParent();
    } catch (Throwable failed) {
      fault(failed);
      return false;
    }
  }

  private boolean watchesFailures(Sampler asked) {
    try {
      return asked.watchesFailures();
    } catch (Throwable failed) {
      fault(failed);
      return false;
    }
  }

  private RecordingCost cost(Sampler asked) {
    try {
      return asked.cost();
    } catch (Throwable failed) {
      fault(failed);
      return null;
    }
  }

  private void fault(Throwable failed) {
    faults.report(
        "CLEW-0101",
        "The sampler failed; its spans are treated as their parents were, or not recorded",
        failed);
  }
}
