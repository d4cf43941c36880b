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

  private static final ClassValue<Map<Method, String>> OF_INTERFACE =
      new ClassValue<>() {
        @Override
        protected Map<Method, String> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private RestClientTemplates() {}

  /** Empty or {@code null} where no interface tells one. */
  static String of(ClientRequestContext request) {
    return request.getProperty(INVOKED_METHOD) instanceof Method method
        ? OF_INTERFACE
            .get(method.getDeclaringClass())
            .computeIfAbsent(method, RestClientTemplates::read)
        : null;
  }

  private static String read(Method method) {
    try {
      return PathTemplate.of(path(method.getDeclaringClass()), path(method)).text();
    } catch (Throwable failure) {
      Guard.failed("read the template of a REST client", failure);
      return "";
    }
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? null : path.value();
  }
}
