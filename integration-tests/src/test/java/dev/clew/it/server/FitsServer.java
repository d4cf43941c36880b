// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out what the server under test cannot do, before anything is deployed for it. */
public final class FitsServer implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context
        .getElement()
        .filter(
            element ->
                element.isAnnotationPresent(Shows.class)
                    || element.isAnnotationPresent(OnlyOn.class))
        .map(element -> evaluate(element, Server.current()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("for every server"));
  }

  private static ConditionEvaluationResult evaluate(AnnotatedElement element, Server server) {
    OnlyOn only = element.getAnnotation(OnlyOn.class);
    if (only != null && !Arrays.asList(only.value()).contains(server.name())) {
      return ConditionEvaluationResult.disabled("only on " + List.of(only.value()));
    }
    Shows shows = element.getAnnotation(Shows.class);
    Map<Capability, String> gaps = server.gaps();
    return shows == null
        ? ConditionEvaluationResult.enabled("for every server")
        : Arrays.stream(shows.value())
            .filter(gaps::containsKey)
            .findFirst()
            .map(gap -> ConditionEvaluationResult.disabled(server.title() + ": " + gaps.get(gap)))
            .orElseGet(() -> ConditionEvaluationResult.enabled("no gap"));
  }
}
