// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Contexts in the properties of messages. Immutable; nothing here throws. */
final class MessageContext implements TextMapGetter<MessageView>, TextMapSetter<MessageView> {

  private final TextMapPropagator propagator;
  private final Set<String> properties;

  MessageContext(TextMapPropagator propagator) {
    this.propagator = propagator;
    this.properties = properties(propagator);
  }

  private static Set<String> properties(TextMapPropagator propagator) {
    Set<String> properties = new LinkedHashSet<>();
    try {
      for (String header : propagator.fields()) {
        String property = PropertyNames.ofHeader(header);
        if (property != null) {
          properties.add(property);
        }
      }
    } catch (Throwable failure) {
      Guard.failed("ask for names of headers", failure);
    }
    return Collections.unmodifiableSet(properties);
  }

  /** The names of all that are read and written. */
  Set<String> properties() {
    return properties;
  }

  /** What the message carries, on top of a context. */
  Context extract(Context onto, MessageView message) {
    try {
      return propagator.extract(onto, message, this);
    } catch (Throwable failure) {
      Guard.failed("extract the context of a message", failure);
      return onto;
    }
  }

  /** Whether the message carries a context that has to stay as it is. */
  boolean isKept(MessageView message) {
    for (String property : properties) {
      String value = read(message, property);
      if (value != null) {
        return !isSent(message) || !isWritten(message, property, value);
      }
    }
    return false;
  }

  /**
   * Writes as much of a context as the message takes, instead of what an earlier sending has left.
   */
  void replace(Context context, MessageView message) {
    for (String property : properties) {
      if (read(message, property) != null) {
        isWritten(message, property, null);
      }
    }
    try {
      propagator.inject(context, message, this);
    } catch (Throwable failure) {
      Guard.failed("inject the context into a message", failure);
    }
  }

  private static boolean isSent(MessageView message) {
    try {
      return message.isSent();
    } catch (Throwable unknown) {
      return false;
    }
  }

  /** Whether the message took it. One that was received does not, and that is no failure. */
  private static boolean isWritten(MessageView message, String property, String value) {
    try {
      message.setProperty(property, value);
      return true;
    } catch (Throwable refused) {
      return false;
    }
  }

  private static String read(MessageView message, String property) {
    try {
      return message.property(property);
    } catch (Throwable unreadable) {
      return null;
    }
  }

  @Override
  public Iterable<String> keys(MessageView message) {
    List<String> headers = new ArrayList<>();
    try {
      for (String property : message.propertyNames()) {
        headers.add(PropertyNames.toHeader(property));
      }
    } catch (Throwable unreadable) {
      Guard.failed("read the names of a message's properties", unreadable);
    }
    return headers;
  }

  @Override
  public String get(MessageView message, String header) {
    String property = message == null ? null : PropertyNames.ofHeader(header);
    return property == null ? null : read(message, property);
  }

  @Override
  public void set(MessageView message, String header, String value) {
    String property = message == null ? null : PropertyNames.ofHeader(header);
    if (property != null) {
      isWritten(message, property, value);
    }
  }
}
