// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging;

import dev.clew.api.config.Option;
import dev.clew.instrument.messaging.Correlation;
import java.util.List;

/** What can be configured of how messages are traced. */
public final class MessagingOptions {

  /** Whether messages that are sent and received with JMS get spans and carry the trace on. */
  public static final Option<Boolean> JMS_ENABLED =
      Option.flag("otel.instrumentation.jms.enabled", true);

  /**
   * Whether processing a message goes on with the sender's trace (parent), or starts one of its own
   * that links to it (link).
   */
  public static final Option<Correlation> CONSUMER =
      Option.choice("clew.messaging.consumer", Correlation.PARENT);

  /**
   * Whether an application that enumerates the properties of a message it has received sees only
   * its own. Such a message has the provider's interfaces, but not its class.
   */
  public static final Option<Boolean> HIDE_PROPERTIES =
      Option.flag("clew.messaging.properties.hidden", true);

  private MessagingOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(JMS_ENABLED, CONSUMER, HIDE_PROPERTIES);
  }
}
