// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.own;

import dev.clew.console.ingest.Intake;
import dev.clew.instrument.runtime.Tracing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;

/** Lets the collector's own spans in from the start of the application to its end. */
@ApplicationScoped
public class OwnTraces {

  /** To hand over what is in memory takes a write to the disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Inject Intake intake;

  void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_AFTER)
          Object started) {
    OwnSender.open(intake);
  }

  /** Before the intake stops; what is recorded later is dropped, which the exporter counts. */
  void stop(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.PLATFORM_BEFORE)
          Object stopping) {
    Tracing.current().flush(PATIENCE);
    OwnSender.close(intake);
  }
}
