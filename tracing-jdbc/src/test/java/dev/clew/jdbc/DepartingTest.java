// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** An application that has made use of the driver, and stops. */
class DepartingTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The application: run on a class loader of its own. */
  public static final class Application implements Callable<Boolean> {

    @Override
    public Boolean call() throws Exception {
      Class.forName("dev.clew.jdbc.TracingDriver");
      try (Connection connection = DriverManager.getConnection("jdbc:clew:h2:mem:departing")) {
        return connection.getClass().getClassLoader() == Application.class.getClassLoader();
      } finally {
        new DataSourceExtension().stop(null);
      }
    }
  }

  /** Has classes of this project of its own, and shares drivers, as in a server. */
  private static final class Own extends ClassLoader {

    Own() {
      super(DepartingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.clew.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private static WeakReference<ClassLoader> runAndStop() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader own = new Own();
    thread.setContextClassLoader(own);
    try {
      Class<?> application = Class.forName(Application.class.getName(), true, own);
      Callable<?> started = (Callable<?>) application.getConstructor().newInstance();
      assertThat(started.call()).isEqualTo(true);
    } finally {
      thread.setContextClassLoader(before);
    }
    return new WeakReference<>(own);
  }

  @Test
  void leavesNoDriverAndNoClassLoader() throws Exception {
    // H2 keeps something of whoever uses it first; let that be somebody without the driver.
    DriverManager.getConnection("jdbc:h2:mem:before").close();
    List<Driver> before = DriverManager.drivers().toList();
    WeakReference<ClassLoader> stopped = runAndStop();

    assertThat(DriverManager.drivers().toList()).containsAll(before);
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              System.gc();
              return stopped.refersTo(null);
            });
  }
}
