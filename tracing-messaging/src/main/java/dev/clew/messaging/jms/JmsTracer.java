// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.Guard;
import dev.clew.instrument.messaging.MessagingTracer;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.messaging.MessagingOptions;
import jakarta.jms.Message;
import java.lang.ref.WeakReference;
import java.util.Set;

/** What the decorators of one application have in common. Immutable. */
final class JmsTracer {

  /** The one made last: most often there is just one application. Weak, to keep none alive. */
  private static volatile WeakReference<JmsTracer> made = new WeakReference<>(null);

  private final Tracing application;
  private final MessagingTracer messages;
  private final boolean enabled;

  private final ReceivedMessages received;

  private JmsTracer(Tracing application) {
    this.application = application;
    this.enabled = application.settings().get(MessagingOptions.JMS_ENABLED);
    this.messages =
        new MessagingTracer(
            application.openTelemetry(), application.settings().get(MessagingOptions.CONSUMER));
    this.received = new ReceivedMessages(hidden(application, messages));
  }

  private static Set<String> hidden(Tracing application, MessagingTracer messages) {
    return application.settings().get(MessagingOptions.HIDE_PROPERTIES)
        ? messages.properties()
        : Set.of();
  }

  /**
   * The one of the calling application; never throws.
   *
   * @param last the one of the last time, taken again where nothing has changed; may be {@code
   *     null}
   * @return {@code null} where messages are not to be traced
   */
  static JmsTracer current(JmsTracer last) {
    try {
      Tracing now = Tracing.current();
      JmsTracer tracer = last != null && last.application == now ? last : shared(now);
      return tracer.enabled ? tracer : null;
    } catch (Throwable failure) {
      Guard.failed("find the application's tracing", failure);
      return null;
    }
  }

  /** One that is made at the same time by another thread does as well. */
  private static JmsTracer shared(Tracing now) {
    JmsTracer tracer = made.get();
    if (tracer == null || tracer.application != now) {
      tracer = new JmsTracer(now);
      made = new WeakReference<>(tracer);
    }
    return tracer;
  }

  MessagingTracer messages() {
    return messages;
  }

  /** A message as the application is to see it; {@code null} for {@code null}. */
  Message received(Message message) {
    return received.seen(message);
  }
}
