// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jaxrs.client.ClientFeature;
import dev.clew.jaxrs.client.ClientSpanFilter;
import dev.clew.jaxrs.restclient.RestClientExtension;
import dev.clew.jaxrs.server.EndpointFeature;
import dev.clew.jaxrs.server.OwnerFeature;
import dev.clew.jaxrs.servlet.TracingFilter;
import dev.clew.jaxrs.servlet.TracingInitializer;
import dev.clew.jaxrs.servlet.TracingLifecycle;
import dev.clew.jaxrs.websocket.WebSocketExtension;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entry points load and link where what they do not need is absent. */
class LinkageTest {

  @ParameterizedTest
  @ValueSource(classes = {TracingInitializer.class, TracingLifecycle.class, TracingFilter.class})
  void servletsDoWithoutJaxrs(Class<?> entry) throws Exception {
    assertLinks(
        entry, "jakarta.ws.rs.", "org.eclipse.microprofile.", "org.glassfish.", "org.jboss.");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OwnerFeature.class,
        EndpointFeature.class,
        ClientFeature.class,
        ClientSpanFilter.class
      })
  void jaxrsDoesWithoutServletsAndImplementations(Class<?> entry) throws Exception {
    assertLinks(
        entry, "jakarta.servlet.", "org.eclipse.microprofile.", "org.glassfish.", "org.jboss.");
  }

  @Test
  void beansDoWithoutRestClientsAndJaxrs() throws Exception {
    assertLinks(
        RestClientExtension.class,
        "jakarta.ws.rs.",
        "org.eclipse.microprofile.",
        "org.glassfish.",
        "org.jboss.");
  }

  @Test
  void beansDoWithoutWebSockets() throws Exception {
    assertLinks(WebSocketExtension.class, "jakarta.websocket.", "jakarta.servlet.");
  }

  private static void assertLinks(Class<?> entry, String... absent) throws Exception {
    try (Without loader = new Without(absent)) {
      Class<?> loaded = Class.forName(entry.getName(), true, loader);
      assertThat(loaded.getClassLoader()).isSameAs(loader);
      assertThat(loaded.getDeclaredConstructor().newInstance()).isNotNull();
      assertThat(loaded.getDeclaredMethods()).isNotNull();
    }
  }

  /** Loads everything of this module anew, and does not know some packages. */
  private static final class Without extends URLClassLoader {

    private final String[] absent;

    Without(String... absent) {
      super(
          new URL[] {JaxrsOptions.class.getProtectionDomain().getCodeSource().getLocation()},
          LinkageTest.class.getClassLoader());
      this.absent = absent;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (Arrays.stream(absent).anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        return name.startsWith("dev.clew.jaxrs.")
            ? findClass(name)
            : super.loadClass(name, resolve);
      }
    }
  }
}
