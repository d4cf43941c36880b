// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.OptionalApi;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Puts tracing around the DataSources of an application's persistence units where EclipseLink runs
 * them. EclipseLink looks for nobody who would like to take part, so it is asked for its units when
 * the application is about to start. Found by the container; nothing for applications to call.
 */
public class EclipseLinkExtension implements Extension {

  private static final String UNITS =
      "org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider";

  /** Made by the container. */
  public EclipseLinkExtension() {}

  void trace(@Observes AfterDeploymentValidation event) {
    if (OptionalApi.isPresent(UNITS, EclipseLinkExtension.class)) {
      Guard.run("put tracing around EclipseLink's DataSources", () -> EclipseLinkUnits.trace());
    }
  }
}
