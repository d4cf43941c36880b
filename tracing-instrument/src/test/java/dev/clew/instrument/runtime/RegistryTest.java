// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RegistryTest {

  private static final int ROUNDS = 2000;

  private final Registry registry = new Registry();

  @Test
  void doesNotKeepAnApplicationThatForgotItsLease() throws Exception {
    WeakReference<ClassLoader> application = abandonedApplication();
    while (!application.refersTo(null)) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
    Reference.reachabilityFence(registry);
  }

  @Test
  void doesNotKeepAnApplicationThatWasFoundLast() throws Exception {
    WeakReference<ClassLoader> application = foundAndAbandonedApplication();
    while (!application.refersTo(null)) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
    Reference.reachabilityFence(registry);
  }

  @Test
  void findsWhatRunsForEachApplicationInTurn() throws Exception {
    try (URLClassLoader one = application();
        URLClassLoader other = application()) {
      Lease ofOne = registry.take(one, RegistryTest::inert);
      Lease ofOther = registry.take(other, RegistryTest::inert);

      for (int i = 0; i < 3; i++) {
        assertThat(registry.find(one)).isSameAs(ofOne.tracing());
        assertThat(registry.find(other)).isSameAs(ofOther.tracing());
      }
      ofOther.close();
      assertThat(registry.find(other)).isNull();
      assertThat(registry.find(one)).isSameAs(ofOne.tracing());
      ofOne.close();
      assertThat(registry.find(one)).isNull();
    }
  }

  @Test
  void findsWhatWasStartedAfterAStop() throws Exception {
    try (URLClassLoader application = application()) {
      Lease first = registry.take(application, RegistryTest::inert);
      Tracing stopped = registry.find(application);
      first.close();
      Lease second = registry.take(application, RegistryTest::inert);

      assertThat(registry.find(application)).isSameAs(second.tracing()).isNotSameAs(stopped);
      second.close();
    }
  }

  /** Two threads look while a third one stops: what they leave behind is never what has stopped. */
  @Test
  void nobodyFindsWhatHasStoppedHoweverManyLookedMeanwhile() throws Exception {
    CyclicBarrier begin = new CyclicBarrier(3);
    CyclicBarrier end = new CyclicBarrier(3);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (URLClassLoader application = application()) {
      Callable<Void> look =
          () -> {
            for (int i = 0; i < ROUNDS; i++) {
              begin.await();
              // As often as it takes until the one that stops has been by.
              while (registry.find(application) != null) {
                Thread.onSpinWait();
              }
              end.await();
            }
            return null;
          };
      List<Future<Void>> looking = List.of(pool.submit(look), pool.submit(look));
      for (int i = 0; i < ROUNDS; i++) {
        Lease lease = registry.take(application, RegistryTest::inert);
        assertThat(lease.tracing()).isNotNull();
        begin.await();
        lease.close();
        assertThat(registry.find(application)).isNull();
        end.await();
        assertThat(registry.find(application)).isNull();
      }
      for (Future<Void> done : looking) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static URLClassLoader application() {
    return new URLClassLoader(new URL[0]);
  }

  private static Tracing inert() {
    return Tracing.inert(Settings.of(Map.of()));
  }

  private WeakReference<ClassLoader> foundAndAbandonedApplication() {
    WeakReference<ClassLoader> application = abandonedApplication();
    assertThat(registry.find(application.get())).isNotNull();
    return application;
  }

  /** What runs refers to the class loader, as settings from a server's configuration do. */
  @SuppressWarnings("resource")
  private WeakReference<ClassLoader> abandonedApplication() {
    ClassLoader loader = new URLClassLoader(new URL[0]);
    Settings settings = Settings.of(key -> loader.toString(), (id, message) -> {});
    registry.take(loader, () -> Tracing.inert(settings));
    return new WeakReference<>(loader);
  }
}
