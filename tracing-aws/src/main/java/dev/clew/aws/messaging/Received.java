// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.propagation.XRayHeader;
import dev.clew.instrument.messaging.MessageView;
import io.opentelemetry.context.propagation.TextMapGetter;

/**
 * What is looked at of a message or a record that has arrived. X-Ray's header stands for {@code
 * traceparent}, too, where there is none. For one thread at a time.
 */
abstract class Received implements MessageView {

  private static final String DASH = "__dash__";
  private static final String TRACE_PARENT = "traceparent";

  /** The text of a header as it came; {@code null} where there is none. */
  abstract String text(String name);

  /** The names of all headers. */
  abstract Iterable<String> names();

  /** The text of a header, or what stands for it; {@code null} where there is none. */
  final String header(String name) {
    String text = text(name);
    return text == null && TRACE_PARENT.equals(name)
        ? XRayHeader.traceParent(text(XRayHeader.NAME))
        : text;
  }

  @Override
  public String property(String name) {
    return header(name.replace(DASH, "-"));
  }

  /** Nobody sends on what was received. */
  @Override
  public void setProperty(String name, String value) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Iterable<String> propertyNames() {
    return names();
  }

  @Override
  public boolean isSent() {
    return true;
  }

  @Override
  public String id() {
    return null;
  }

  @Override
  public String conversationId() {
    return null;
  }

  /** Reads headers for propagators. */
  enum Getter implements TextMapGetter<Received> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Received message) {
      return message.names();
    }

    @Override
    public String get(Received message, String name) {
      return message == null ? null : message.header(name);
    }
  }
}
