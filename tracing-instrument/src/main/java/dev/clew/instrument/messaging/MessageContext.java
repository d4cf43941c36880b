// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Contexts in the properties of messages. Immutable; nothing here throws. */
final class MessageContext {

  private static final TextMapGetter<MessageView> GETTER = new Getter();
  private static final TextMapSetter<MessageView> SETTER = MessageContext::set;

  private final TextMapPropagator propagator;
  private final List<String> properties;

  MessageContext(TextMapPropagator propagator) {
    this.propagator = propagator;
    this.properties = Guard.call("ask for names of headers", this::fields, List.of());
  }

  private List<String> fields() {
    return propagator.fields().stream()
        .map(PropertyNames::ofHeader)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The names of all that are read and written. */
  Set<String> properties() {
    return Set.copyOf(properties);
  }

  /** What the message carries, on top of a context. */
  Context extract(Context onto, MessageView message) {
    try {
      return propagator.extract(onto, message, GETTER);
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
      propagator.inject(context, message, SETTER);
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

  private static void set(MessageView message, String header, String value) {
    String property = message == null ? null : PropertyNames.ofHeader(header);
    if (property != null) {
      isWritten(message, property, value);
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

  private static final class Getter implements TextMapGetter<MessageView> {

    @Override
    public Iterable<String> keys(MessageView message) {
      List<String> headers = new ArrayList<>();
      try {
        message.propertyNames().forEach(name -> headers.add(PropertyNames.toHeader(name)));
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
  }
}
