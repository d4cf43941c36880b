// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import dev.clew.instrument.inject.AddedType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;

/**
 * Has asynchronous observers run in the context in which their event was fired. In an application
 * that has none, events stay as they are. Found by the container; nothing for applications to call.
 */
public class AsyncEventExtension implements Extension {

  private volatile boolean isObserved;

  void look(@Observes @WithAnnotations(ObservesAsync.class) ProcessAnnotatedType<?> event) {
    isObserved = true;
  }

  void decorateEvents(@Observes BeforeBeanDiscovery event) {
    event.addAnnotatedType(ContextualEvent.class, AddedType.id(ContextualEvent.class));
  }

  void enableDecorator(@Observes AfterTypeDiscovery event) {
    if (isObserved) {
      event.getDecorators().add(ContextualEvent.class);
    }
  }

  <T, X> void wrap(@Observes ProcessObserverMethod<T, X> event) {
    ObserverMethod<T> observer = event.getObserverMethod();
    if (observer.isAsync()) {
      event.setObserverMethod(new ContextualObserver<>(observer));
    }
  }
}
