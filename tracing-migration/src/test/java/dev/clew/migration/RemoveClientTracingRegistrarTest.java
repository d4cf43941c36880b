// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class RemoveClientTracingRegistrarTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new RemoveClientTracingRegistrar())
        .parser(
            JavaParser.fromJavaVersion()
                .classpath("jakarta.jakartaee-api", "microprofile-opentracing-api"));
  }

  @Test
  void theBuilderRemains() {
    rewriteRun(
        java(
            """
            import jakarta.ws.rs.client.Client;
            import jakarta.ws.rs.client.ClientBuilder;
            import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;

            class Clients {
              Client stock(ClientBuilder builder) {
                return ClientTracingRegistrar.configure(builder).build();
              }
            }
            """,
            """
            import jakarta.ws.rs.client.Client;
            import jakarta.ws.rs.client.ClientBuilder;

            class Clients {
              Client stock(ClientBuilder builder) {
                return builder.build();
              }
            }
            """));
  }

  @Test
  void theBuilderGetsTheExecutor() {
    rewriteRun(
        java(
            """
            import jakarta.ws.rs.client.Client;
            import jakarta.ws.rs.client.ClientBuilder;
            import java.util.concurrent.ExecutorService;
            import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;

            class Clients {
              Client stock(ExecutorService executor) {
                return ClientTracingRegistrar.configure(ClientBuilder.newBuilder(), executor).build();
              }
            }
            """,
            """
            import jakarta.ws.rs.client.Client;
            import jakarta.ws.rs.client.ClientBuilder;
            import java.util.concurrent.ExecutorService;

            class Clients {
              Client stock(ExecutorService executor) {
                return ClientBuilder.newBuilder().executorService(executor).build();
              }
            }
            """));
  }

  @Test
  void whatWouldNeedParenthesesIsLeftToPeople() {
    rewriteRun(
        java(
            """
            import jakarta.ws.rs.client.Client;
            import jakarta.ws.rs.client.ClientBuilder;
            import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;

            class Clients {
              Client stock(ClientBuilder one, ClientBuilder other) {
                return ClientTracingRegistrar.configure(one != null ? one : other).build();
              }
            }
            """));
  }
}
