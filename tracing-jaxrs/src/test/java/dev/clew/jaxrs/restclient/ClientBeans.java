// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.restclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Beans that have clients injected, and one client that is made by hand. */
@ApplicationScoped
class ClientBeans {

  private Stub made;

  @Produces
  @RestClient
  @Stubbed
  Handmade make(InjectionPoint place) {
    made = new Stub(place);
    return made;
  }

  void dispose(@Disposes @RestClient @Stubbed Handmade stub) {
    made.disposed = true;
  }

  Stub made() {
    return made;
  }

  static Stub stub(SeContainer container) {
    container.select(Holder.class).get().stubbed();
    return container.select(ClientBeans.class).get().made();
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Stubbed {}

  static final class Stub implements Handmade {

    final IllegalStateException failure = new IllegalStateException("closed today");
    final String greeting = "stubbed";
    final InjectionPoint place;
    boolean disposed;

    Stub(InjectionPoint place) {
      this.place = place;
    }

    @Override
    public String fail() {
      throw failure;
    }

    @Override
    public String greeting() {
      return greeting;
    }
  }

  @ApplicationScoped
  static class Holder {

    @Inject @RestClient Nowhere field;
    @Inject @RestClient @Stubbed Handmade stubbed;
    private final Nowhere constructor;
    private Nowhere initializer;

    Holder() {
      this(null);
    }

    @Inject
    Holder(@RestClient Nowhere constructor) {
      this.constructor = constructor;
    }

    @Inject
    void initialize(@RestClient Nowhere client) {
      initializer = client;
    }

    Nowhere field() {
      return field;
    }

    Handmade stubbed() {
      return stubbed;
    }

    Nowhere constructor() {
      return constructor;
    }

    Nowhere initializer() {
      return initializer;
    }
  }

  /** What is made by hand. */
  public interface Handmade {

    String greeting();

    String fail();
  }

  /** Nobody offers what it asks for. */
  @ApplicationScoped
  static class Asking {

    @Inject @RestClient Missing missing;
  }

  /** Not registered as a client. */
  public interface Missing {}
}
