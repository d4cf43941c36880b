// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;

/** A link to another span. Its array is not written to any more. */
record Link(ClewSpanContext target, Object[] attributes, int droppedAttributes) {

  /**
   * A link with what is kept of its attributes.
   *
   * @return {@code null} where the target is not valid
   */
  static Link to(SpanContext target, Attributes attributes, Recorder recorder) {
    ClewSpanContext context = ClewSpanContext.of(target);
    if (context == null) {
      return null;
    }
    Limits limits = recorder.limits();
    AttributeSnapshot snapshot = new AttributeSnapshot(limits.linkAttributes(), limits.length());
    snapshot.addAll(attributes, recorder);
    return new Link(context, snapshot.slots(), snapshot.dropped());
  }
}
