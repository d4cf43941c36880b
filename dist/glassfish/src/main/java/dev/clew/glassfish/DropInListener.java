// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import dev.clew.dist.DropIn;
import dev.clew.dist.Report;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassfish.api.event.EventListener;
import org.glassfish.api.event.Events;
import org.glassfish.hk2.api.PostConstruct;
import org.glassfish.internal.deployment.Deployment;
import org.glassfish.internal.deployment.ExtendedDeploymentContext;

/**
 * Adds the drop-in's jars to the class loader of each application, before anything is loaded by it;
 * the archive, and what the server has made of it, stay as they are. So each has its own tracing,
 * which comes and goes with it. The server finds this by {@code META-INF/hk2-locator}, and makes it
 * before it loads applications. Thread-safe.
 */
public final class DropInListener implements EventListener, PostConstruct {

  private final Events events;
  private DropIn dropIn;

  @Inject
  public DropInListener(Events events) {
    this.events = events;
  }

  /** Does nothing in a domain for which nothing is installed. */
  @Override
  public void postConstruct() {
    Path installed = Path.of(System.getProperty("com.sun.aas.instanceRoot"), "lib", "clew");
    if (Files.notExists(installed)) {
      return;
    }
    try {
      dropIn = DropIn.in(installed);
      events.register(this);
    } catch (IOException | RuntimeException broken) {
      Report.notComplete(broken);
    }
  }

  @Override
  public void event(Event<?> event) {
    if (event.is(Deployment.AFTER_APPLICATION_CLASSLOADER_CREATION)
        && event.hook() instanceof ExtendedDeploymentContext context) {
      add(context);
    }
  }

  private void add(ExtendedDeploymentContext context) {
    String name = context.getSource().getName();
    try {
      Application application = Application.of(context);
      if (application == null) {
        return;
      }
      if (application.brings(DropIn.TRACING)) {
        Report.bringsItself(name);
        return;
      }
      application.add(dropIn);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError failure) {
      Report.notAdded(name, failure);
    }
  }
}
