// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls somebody who is not there, by clients that came in different ways. */
@ApplicationScoped
public class Refused {

  @Inject @RestClient NowhereClient field;
  private final NowhereClient constructor;

  protected Refused() {
    this(null);
  }

  @Inject
  public Refused(@RestClient NowhereClient constructor) {
    this.constructor = constructor;
  }

  @Traced(operationName = "by field")
  public String byField() {
    return ask(field);
  }

  @Traced(operationName = "by constructor")
  public String byConstructor() {
    return ask(constructor);
  }

  private static String ask(NowhereClient client) {
    try {
      return client.ask();
    } catch (ProcessingException expected) {
      return expected.getClass().getName() + " by " + expected.getCause().getClass().getName();
    }
  }
}
