// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Applications come and go in one JVM, in front of what the server brings. */
@Timeout(60)
class ApplicationLoadersTest {

  private static final Predicate<String> LOGGING =
      path -> path.contains("slf4j") || path.contains("logback");

  private static final Predicate<String> API = path -> path.contains("opentelemetry");

  private static final String NONE = "null and null";

  @Test
  void spansOfAnyCodeAreShownWhereTheApiIsTheApplicationsOwn() throws Exception {
    try (URLClassLoader server = loader(LOGGING, ClassLoader.getPlatformClassLoader())) {
      String said = Spans.SPAN + " and " + Spans.CHILD + ", then " + NONE;
      WeakReference<?> first = deployAndUndeploy(server, LOGGING, said);
      WeakReference<?> second = deployAndUndeploy(server, LOGGING, said);
      assertGone(first);
      assertGone(second);
    }
  }

  @Test
  void spansOfAdaptersAreShownWhereTheApiIsTheServers() throws Exception {
    Predicate<String> ofServer = LOGGING.or(API);
    try (URLClassLoader server = loader(ofServer, ClassLoader.getPlatformClassLoader())) {
      String said = "null and " + Spans.CHILD + ", then " + NONE;
      assertGone(deployAndUndeploy(server, ofServer, said));
    }
  }

  private static WeakReference<ClassLoader> deployAndUndeploy(
      ClassLoader server, Predicate<String> ofServer, String said) throws Exception {
    try (URLClassLoader application = loader(ofServer.negate(), server)) {
      Class<?> type = Class.forName(LoggingApplication.class.getName(), true, application);
      assertThat(((Callable<?>) type.getConstructor().newInstance()).call()).isEqualTo(said);
      return new WeakReference<>(application);
    }
  }

  private static void assertGone(WeakReference<?> application) {
    while (!application.refersTo(null)) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
  }

  private static URLClassLoader loader(Predicate<String> paths, ClassLoader parent)
      throws IOException {
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(paths)
            .map(ApplicationLoadersTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, parent);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
