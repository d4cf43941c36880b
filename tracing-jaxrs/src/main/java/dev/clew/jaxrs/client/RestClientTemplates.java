// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.jaxrs.internal.PathTemplate;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The URL templates of MicroProfile REST clients. */
final class RestClientTemplates {

  /** MicroProfile REST Client 3.0, section "Client request filters": the method that is called. */
  private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

  private static final ClassValue<Templates> OF_INTERFACE =
      new ClassValue<>() {
        @Override
        protected Templates computeValue(Class<?> type) {
          return new Templates(type);
        }
      };

  private RestClientTemplates() {}

  /** Empty or {@code null} where no interface tells one. */
  static String of(ClientRequestContext request) {
    return request.getProperty(INVOKED_METHOD) instanceof Method method
        ? OF_INTERFACE.get(method.getDeclaringClass()).of(method)
        : null;
  }

  /** Those of one interface. */
  private static final class Templates {

    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    private final Class<?> type;

    Templates(Class<?> type) {
      this.type = type;
    }

    String of(Method method) {
      return templates.computeIfAbsent(method, this::read);
    }

    private String read(Method method) {
      return Guard.call(
          "read the template of a REST client",
          () -> PathTemplate.of(path(type), path(method)).text(),
          "");
    }

    private static String path(AnnotatedElement element) {
      Path path = element.getAnnotation(Path.class);
      return path == null ? null : path.value();
    }
  }
}
