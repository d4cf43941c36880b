// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import dev.clew.instrument.stream.StreamEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where a message goes to or comes from. The name of a temporary destination, which is another one
 * every time, is no part of a span's name. Thread-safe; worth keeping where many messages take the
 * same way.
 */
public final class MessageDestination {

  private final String system;
  private final String name;
  private final boolean temporary;

  /** Made when first asked for; a race makes the same twice. */
  private final AtomicReferenceArray<StreamEvent> described =
      new AtomicReferenceArray<>(Operation.values().length);

  /**
   * A destination.
   *
   * @param system as in {@code messaging.system}, such as {@code jms}
   * @param name {@code null} or empty where it has none, or none is known
   * @param temporary whether it goes away with the connection that made it
   */
  public MessageDestination(String system, String name, boolean temporary) {
    this.system = system;
    this.name = name == null ? "" : name;
    this.temporary = temporary;
  }

  /** What every span of an operation here says. */
  StreamEvent described(Operation operation) {
    StreamEvent known = described.get(operation.ordinal());
    if (known == null) {
      String name = operation.text() + " " + shown();
      known = new StreamEvent(name, operation.kind(), attributes(operation));
      described.set(operation.ordinal(), known);
    }
    return known;
  }

  private String shown() {
    if (temporary) {
      return "(temporary)";
    }
    return name.isEmpty() ? "(anonymous)" : name;
  }

  private Attributes attributes(Operation operation) {
    AttributesBuilder all = Attributes.builder();
    all.put(Keys.SYSTEM, system);
    all.put(Keys.OPERATION_NAME, operation.text());
    all.put(Keys.OPERATION_TYPE, operation.text());
    if (name.isEmpty()) {
      all.put(Keys.DESTINATION_ANONYMOUS, true);
    } else {
      all.put(Keys.DESTINATION_NAME, name);
    }
    if (temporary) {
      all.put(Keys.DESTINATION_TEMPORARY, true);
    }
    return all.build();
  }
}
