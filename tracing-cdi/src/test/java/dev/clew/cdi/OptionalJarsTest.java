// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** What an application may leave out, it can leave out. */
class OptionalJarsTest {

  private static final String WITH_SPAN_JAR = "opentelemetry-instrumentation-annotations";
  private static final String WITH_SPAN_PACKAGE = "io.opentelemetry.instrumentation.annotations.";

  @Test
  void worksWithoutWithSpan() throws Exception {
    assertThat(withoutJars(WITH_SPAN_JAR)).isEqualTo("recorded globally, then nothing");
  }

  @Test
  void worksBesideTheWithSpanOfAServersOwnOpenTelemetry() throws Exception {
    System.setProperty("otel.traces.exporter", "none");
    try (URLClassLoader server = Deployment.loader(jar -> jar.contains("opentelemetry-"));
        URLClassLoader application =
            Deployment.loader(jar -> isNoneOf(jar, WITH_SPAN_JAR), WITH_SPAN_PACKAGE, server)) {
      assertThat(Deployment.call(application, SmallApplication.class))
          .isEqualTo("recorded globally, then nothing");
    } finally {
      System.clearProperty("otel.traces.exporter");
    }
  }

  @Test
  void worksWithoutMicroProfileConfig() throws Exception {
    assertThat(withoutJars("microprofile-config-api", "smallrye-config"))
        .isEqualTo("recorded globally, then nothing");
  }

  @Test
  void worksWithTheApiOfMicroProfileConfigAlone() throws Exception {
    assertThat(withoutJars("smallrye-config")).isEqualTo("recorded globally, then nothing");
  }

  @Test
  void worksWithoutContextPropagation() throws Exception {
    assertThat(withoutJars("context-propagation")).isEqualTo("recorded globally, then nothing");
  }

  @Test
  void worksWithoutEnterpriseBeans() throws Exception {
    System.setProperty("otel.traces.exporter", "none");
    try (URLClassLoader loader = Deployment.loader(jar -> true, "jakarta.ejb.")) {
      assertThat(Deployment.call(loader, SmallApplication.class))
          .isEqualTo("recorded globally, then nothing");
    } finally {
      System.clearProperty("otel.traces.exporter");
    }
  }

  @Test
  void recordsNothingWithoutEngine() throws Exception {
    assertThat(withoutJars("tracing-engine")).isEqualTo("not recorded globally, then nothing");
  }

  @Test
  void recordsWithoutExporter() throws Exception {
    assertThat(withoutJars("tracing-exporter")).isEqualTo("recorded globally, then nothing");
  }

  private static Object withoutJars(String... names) throws Exception {
    System.setProperty("otel.traces.exporter", "none");
    try (URLClassLoader loader = Deployment.loader(jar -> isNoneOf(jar, names))) {
      return Deployment.call(loader, SmallApplication.class);
    } finally {
      System.clearProperty("otel.traces.exporter");
    }
  }

  private static boolean isNoneOf(String path, String... names) {
    for (String name : names) {
      if (path.contains(name)) {
        return false;
      }
    }
    return true;
  }
}
