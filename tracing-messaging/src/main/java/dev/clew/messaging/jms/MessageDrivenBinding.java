// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import dev.clew.instrument.inject.AddedType;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;

/**
 * Binds an interceptor to all message-driven beans. What an extension adds to their classes is not
 * seen by any server, but what stands there is: so {@link MessageDriven} itself becomes the
 * binding. The interceptor gets it here, since a server would take a class with that annotation for
 * a bean of the application.
 */
final class MessageDrivenBinding {

  private MessageDrivenBinding() {}

  static void register(BeforeBeanDiscovery event) {
    for (AnnotatedMethodConfigurator<?> member :
        event.configureInterceptorBinding(MessageDriven.class).methods()) {
      member.add(Nonbinding.Literal.INSTANCE);
    }
    event
        .addAnnotatedType(
            MessageListenerInterceptor.class, AddedType.id(MessageListenerInterceptor.class))
        .add(new AnyBean());
  }

  /** No member of it counts. */
  private static final class AnyBean extends AnnotationLiteral<MessageDriven>
      implements MessageDriven {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "";
    }

    @Override
    public Class<?> messageListenerInterface() {
      return Object.class;
    }

    @Override
    public ActivationConfigProperty[] activationConfig() {
      return new ActivationConfigProperty[0];
    }

    @Override
    public String mappedName() {
      return "";
    }

    @Override
    public String description() {
      return "";
    }
  }
}
