// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

import io.opentelemetry.api.trace.SpanContext;
import java.util.Objects;

final class ParentBased implements Sampler {

  private final Sampler root;

  ParentBased(Sampler root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  @Override
  public Decision sample(Candidate candidate) {
    SpanContext parent = candidate.parent();
    if (parent.isValid()) {
      return Decision.of(parent.isSampled());
    }
    return switch (candidate.remoteDecision()) {
      case NONE -> root.sample(candidate);
      case DENY -> Decision.DROP;
      case ACCEPT, DEBUG -> Decision.SAMPLE;
    };
  }

  @Override
  public boolean followsUnsampledParent() {
    return true;
  }

  @Override
  public void close() {
    root.close();
  }

  @Override
  public String toString() {
    return "parentbased{" + root + "}";
  }
}
