// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.inject.ContainerResources;
import dev.clew.instrument.messaging.MessagingSpan;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.Serializable;

/**
 * Traces the messages that message-driven beans process. Where there is CDI the container finds it
 * for every bean with {@code @MessageDriven}. Elsewhere, and for beans that only a deployment
 * descriptor makes message-driven, it is named there as a default interceptor, or at a bean with
 * {@code @Interceptors}. It does nothing for other beans, and nothing a second time.
 */
@Interceptor
@Priority(MessageListenerInterceptor.BEFORE_TRACED)
public class MessageListenerInterceptor implements Serializable {

  /** Just before that of {@code @Traced}, which then adds to this one's span. */
  static final int BEFORE_TRACED = Interceptor.Priority.PLATFORM_BEFORE + 90;

  private static final long serialVersionUID = 1L;

  /** Kept for where no extension looks after them. */
  private static final ContainerResources FACTORIES =
      new ContainerResources(new ConnectionFactories());

  private transient JmsTracer last;
  private transient MessageTransaction transaction;

  /** Made by the container. */
  public MessageListenerInterceptor() {}

  /** Open Liberty fills fields of message-driven beans where no extension sees it. */
  @PostConstruct
  void trace(InvocationContext call) throws Exception {
    ContainerResources.allInjected(call.getTarget());
    call.proceed();
  }

  /** Calls the bean, in the span of the message if that is what it is called with. */
  @AroundInvoke
  public Object aroundInvoke(InvocationContext call) throws Exception {
    Message message = message(call);
    JmsTracer tracer = message == null ? null : tracer(message);
    return tracer == null ? call.proceed() : process(call, tracer, tracer.received(message));
  }

  private Object process(InvocationContext call, JmsTracer tracer, Message received)
      throws Exception {
    call.setParameters(new Object[] {received});
    return new Processes(tracer, null).message(received, () -> process(call));
  }

  /** A bean may have its transaction rolled back without throwing anything. */
  private Object process(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } finally {
      if (transaction().isDoomed()) {
        MessagingSpan.current().rolledBack();
      }
    }
  }

  /** {@code null} where this is no call of a listener. */
  private static Message message(InvocationContext call) {
    if (!(call.getTarget() instanceof MessageListener)) {
      return null;
    }
    Object[] parameters = call.getParameters();
    return parameters.length == 1 && parameters[0] instanceof Message message ? message : null;
  }

  /** {@code null} where nothing is to be traced, or is traced already. */
  private JmsTracer tracer(Message message) {
    if (MessagingSpan.current().isProcessing(message)) {
      return null;
    }
    JmsTracer now = JmsTracer.current(last);
    last = now;
    return now;
  }

  private MessageTransaction transaction() {
    if (transaction == null) {
      transaction = MessageTransaction.find();
    }
    return transaction;
  }
}
