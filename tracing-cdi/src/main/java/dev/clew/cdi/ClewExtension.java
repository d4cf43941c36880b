// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.instrument.inject.AddedType;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;

/**
 * Ties Clew to an application: starts it when the application starts or the first bean is called,
 * and stops it after the last bean is gone. Found by the container; nothing for applications to
 * call.
 */
public class ClewExtension implements Extension {

  private final BoundTypes boundTypes = new BoundTypes();
  private final OpenTelemetryBeans beans = new OpenTelemetryBeans(this::tracing);

  /** Written under the lock of this, as is the next. */
  private volatile Running running;

  private volatile Lease lease;

  /** Whether some method of an enterprise bean is asynchronous. */
  private volatile boolean hasAsynchronous;

  void register(@Observes BeforeBeanDiscovery event) {
    event.addAnnotatedType(TracedInterceptor.class, AddedType.id(TracedInterceptor.class));
    event.addAnnotatedType(
        ConstructionInterceptor.class, AddedType.id(ConstructionInterceptor.class));
    if (WithSpanBinding.isAvailable()) {
      WithSpanBinding.register(event);
    }
    ContainerRunBinding.register(event);
  }

  <T> void look(
      @Observes @WithAnnotations({Traced.class, SpanTag.class}) ProcessAnnotatedType<T> event) {
    boundTypes.add(event);
  }

  void look(@Observes ProcessBean<?> event) {
    boundTypes.foundBean(event.getBean());
    beans.found(event.getBean());
  }

  void look(@Observes ProcessManagedBean<?> event) {
    if (WithSpanBinding.isAvailable()) {
      boundTypes.addWithSpan(event.getAnnotatedBeanClass());
    }
    if (ContainerRunBinding.isAsynchronous(event.getAnnotatedBeanClass())) {
      hasAsynchronous = true;
    }
  }

  /** Last, so that beans of a server's own OpenTelemetry are known before Clew offers its. */
  void offerBeans(@Observes @Priority(BeanPriority.LAST) AfterBeanDiscovery event) {
    beans.register(event);
  }

  /** Only says that it is to run: a deployment may still fail, and then nobody is told to stop. */
  synchronized void prepare(
      @Observes @Priority(BeanPriority.FIRST) AfterDeploymentValidation event,
      BeanManager manager) {
    stop();
    lease =
        Tracing.start(
            new Startup(
                Tracing.applicationLoader(),
                ApplicationName.find(),
                () -> beans.serverProvided(manager)));
  }

  /** Unless a bean has been called before, it starts with the application. */
  void start(
      @Observes @Priority(BeanPriority.FIRST) @Initialized(ApplicationScoped.class) Object event) {
    running();
  }

  void stop(@Observes @Priority(BeanPriority.LAST) BeforeShutdown event) {
    stop();
  }

  /** {@code null} where tracing does not run. */
  MethodSpans tracedMethods() {
    Running now = running();
    return now == null ? null : now.traced();
  }

  /**
   * {@code null} where tracing does not run, or where somebody else looks after {@code @WithSpan}.
   */
  MethodSpans withSpanMethods() {
    Running now = running();
    return now == null ? null : now.withSpan();
  }

  /** {@code null} where tracing does not run, or timers are not to be traced. */
  MethodSpans timerMethods() {
    Running now = running();
    return now == null ? null : now.timers();
  }

  private Tracing tracing() {
    Running now = running();
    return now == null ? Tracing.current() : now.lease().tracing();
  }

  private Running running() {
    Running now = running;
    if (now != null) {
      return now;
    }
    Lease prepared = lease;
    if (prepared == null) {
      return null;
    }
    // Without the lock: it may create a bean of the server, which may come back here.
    prepared.tracing();
    return started(prepared);
  }

  private synchronized Running started(Lease prepared) {
    if (running == null && lease == prepared) {
      running = Running.of(prepared, hasAsynchronous);
      try {
        Settings settings = prepared.tracing().settings();
        InstrumentOptions.all().forEach(settings::get);
        boundTypes.report(settings.problems(), running.withSpan() != null);
      } catch (Throwable failure) {
        Guard.failed("report what cannot be traced or used", failure);
      }
    }
    return running;
  }

  private synchronized void stop() {
    if (running != null) {
      running.close();
    } else if (lease != null) {
      lease.close();
    }
    running = null;
    lease = null;
    try {
      beans.close();
    } catch (Throwable failure) {
      Guard.failed("give back the server's OpenTelemetry", failure);
    }
  }
}
