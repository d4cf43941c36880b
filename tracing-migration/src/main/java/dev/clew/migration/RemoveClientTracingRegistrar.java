// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * Takes MicroProfile OpenTracing's {@code ClientTracingRegistrar.configure} away: Clew traces every
 * JAX-RS client, so the builder that it was given remains. The executor it was given goes to the
 * builder. Calls whose builder is put together in an unusual way stay, for the compiler to find.
 */
public final class RemoveClientTracingRegistrar extends Recipe {

  private static final String REGISTRAR =
      "org.eclipse.microprofile.opentracing.ClientTracingRegistrar";
  private static final MethodMatcher CONFIGURE = new MethodMatcher(REGISTRAR + " configure(..)");

  /** All that the parser of the new code must know of JAX-RS. */
  private static final String CLIENT_BUILDER =
      """
      package jakarta.ws.rs.client;
      public abstract class ClientBuilder {
        public abstract ClientBuilder executorService(java.util.concurrent.ExecutorService executor);
      }
      """;

  private static final JavaTemplate WITH_EXECUTOR =
      JavaTemplate.builder(
              "#{any(jakarta.ws.rs.client.ClientBuilder)}"
                  + ".executorService(#{any(java.util.concurrent.ExecutorService)})")
          .javaParser(JavaParser.fromJavaVersion().dependsOn(CLIENT_BUILDER))
          .build();

  @Override
  public String getDisplayName() {
    return "Remove ClientTracingRegistrar";
  }

  @Override
  public String getDescription() {
    return "JAX-RS clients are traced without being configured.";
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(new UsesMethod<>(CONFIGURE), new Visitor());
  }

  private static final class Visitor extends JavaVisitor<ExecutionContext> {

    @Override
    public J visitMethodInvocation(J.MethodInvocation method, ExecutionContext context) {
      J visited = super.visitMethodInvocation(method, context);
      if (!(visited instanceof J.MethodInvocation call) || !CONFIGURE.matches(call)) {
        return visited;
      }
      List<Expression> arguments = call.getArguments();
      Expression builder = arguments.get(0);
      if (!isPrimary(builder)) {
        return call;
      }
      maybeRemoveImport(REGISTRAR);
      return arguments.size() == 1
          ? builder.withPrefix(call.getPrefix())
          : WITH_EXECUTOR.apply(
              getCursor(), call.getCoordinates().replace(), builder, arguments.get(1));
    }

    /** Whether a dot may follow without parentheses. */
    private static boolean isPrimary(Expression builder) {
      return builder instanceof J.MethodInvocation
          || builder instanceof J.Identifier
          || builder instanceof J.FieldAccess
          || builder instanceof J.Parentheses;
    }
  }
}
