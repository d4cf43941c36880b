// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.console.access.SignInResource;
import dev.clew.console.web.PageResource;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the document says is what there is. */
class OpenApiTest extends QueriedConsole {

  private static final Set<Class<?>> OF_THE_PAGE = Set.of(PageResource.class, SignInResource.class);

  @Test
  void documentIsValid() throws Exception {
    assertThat(parsed().getMessages()).isEmpty();
  }

  @Test
  void documentNamesEveryRouteAndNoOther() throws Exception {
    Set<String> described = new TreeSet<>();
    parsed()
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap().keySet().forEach(method -> described.add(method + path)));

    assertThat(described).isEqualTo(routes());
  }

  /** But for that of Jaeger's that wants a service or an id, and for answers without an end. */
  @Test
  void questionsWithoutParametersAreAnsweredAsDescribed() throws Exception {
    OpenAPI document = parsed().getOpenAPI();
    for (Map.Entry<String, PathItem> path : document.getPaths().entrySet()) {
      Operation get = path.getValue().getGet();
      if (get != null
          && !path.getKey().matches(".*\\{.*|/api/traces|/api/v1/tail")
          && needsNothing(get)) {
        var answer = raw(path.getKey(), "Accept", "application/json");
        String type = answer.headers().firstValue("Content-Type").orElseThrow();

        assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
        assertThat(get.getResponses().get("200").getContent().keySet())
            .as(path.getKey())
            .contains(type.replaceFirst(";.*", ""));
      }
    }
  }

  private static boolean needsNothing(Operation operation) {
    return operation.getParameters() == null
        || operation.getParameters().stream()
            .map(Parameter::getRequired)
            .noneMatch(Boolean.TRUE::equals);
  }

  private SwaggerParseResult parsed() throws Exception {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    byte[] document = raw("/openapi.json", "Accept", "application/json").body();
    return new OpenAPIV3Parser()
        .readContents(new String(document, StandardCharsets.UTF_8), null, options);
  }

  /** Of all resources but the page's files and its form. */
  private static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    for (Class<?> resource : new Rest().getClasses()) {
      Path root = resource.getAnnotation(Path.class);
      if (root != null && !OF_THE_PAGE.contains(resource)) {
        for (Method method : resource.getMethods()) {
          Path path = method.getAnnotation(Path.class);
          verbs(method).forEach(verb -> routes.add(verb + path(root, path)));
        }
      }
    }
    return routes;
  }

  private static Set<String> verbs(Method method) {
    Set<String> verbs = new TreeSet<>();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        verbs.add(verb.value());
      }
    }
    return verbs;
  }

  private static String path(Path root, Path path) {
    return root.value() + (path == null ? "" : path.value());
  }
}
