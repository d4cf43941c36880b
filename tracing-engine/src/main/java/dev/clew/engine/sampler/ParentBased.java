// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import dev.clew.engine.propagation.RemoteDecision;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

final class ParentBased implements Sampler {

  private final Sampler root;

  ParentBased(Sampler root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  @Override
  public Decision sample(Candidate candidate) {
    SpanContext parent = candidate.parent();
    if (parent.isValid()) {
      return parent.isRemote() ? follow(parent, candidate) : Decision.of(parent.isSampled());
    }
    RemoteDecision remote = candidate.remoteDecision();
    return remote == RemoteDecision.NONE
        ? root.sample(candidate)
        : Decision.of(remote != RemoteDecision.DENY);
  }

  /** A threshold that cannot have led to the caller's decision is not passed on. */
  private static Decision follow(SpanContext caller, Candidate candidate) {
    TraceState state = caller.getTraceState();
    long threshold = state.isEmpty() ? -1 : Consistent.threshold(state);
    boolean sampled = caller.isSampled();
    if (threshold < 0
        || sampled == Consistent.randomness(state, candidate.traceIdLow()) >= threshold) {
      return Decision.of(sampled);
    }
    return Consistent.decision(sampled, Consistent.with(state, Consistent.NOTHING));
  }

  @Override
  public boolean followsUnsampledParent() {
    return true;
  }

  @Override
  public Map<String, Long> counts() {
    return root.counts();
  }

  @Override
  public boolean samplesBy(String attribute) {
    return root.samplesBy(attribute);
  }

  @Override
  public boolean watchesFailures() {
    return root.watchesFailures();
  }

  @Override
  public void failed(Function<String, Object> attributes) {
    root.failed(attributes);
  }

  @Override
  public void close() {
    root.close();
  }
}
