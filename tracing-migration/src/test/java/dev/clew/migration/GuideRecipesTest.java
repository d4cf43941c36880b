// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** A guide's recipe makes of what the guide shows first what it shows next, and of POMs too. */
class GuideRecipesTest implements RewriteTest {

  private static final Pattern RECIPE =
      Pattern.compile("activeRecipes=(dev\\.clew\\.migration\\.\\w+)");

  private static final Artifact APPLICATION = new Artifact("com.example", "orders", "1");
  private static final Artifact DROP_IN =
      new Artifact("dev.clew", "tracing-jakartaee", System.getProperty("clew.version"));
  private static final Artifact OPEN_TRACING =
      new Artifact("org.eclipse.microprofile.opentracing", "microprofile-opentracing-api", "3.0");
  private static final Artifact TELEMETRY =
      new Artifact("org.eclipse.microprofile.telemetry", "microprofile-telemetry-api", "2.0");
  private static final Artifact ANNOTATIONS =
      new Artifact(
          "io.opentelemetry.instrumentation",
          "opentelemetry-instrumentation-annotations",
          System.getProperty("clew.annotations.version"));
  private static final Artifact XRAY =
      new Artifact("com.amazonaws", "aws-xray-recorder-sdk-sql", "2.18.2");

  @TempDir Path folder;
  private PomRepository repository;

  @BeforeEach
  void publish() throws IOException {
    repository = new PomRepository(folder);
    for (Artifact artifact : List.of(DROP_IN, OPEN_TRACING, TELEMETRY, ANNOTATIONS, XRAY)) {
      repository.publish(artifact);
    }
  }

  @Test
  void theDropInTakesThePlaceOfMicroProfileOpenTracing() {
    Guide guide = Guide.from("microprofile-opentracing");
    rewrite(guide, OPEN_TRACING.provided(), DROP_IN.dependency(), pair(guide));
  }

  @Test
  void whatTheServerProvidedIsBroughtAlongForMicroProfileTelemetry() {
    Guide guide = Guide.from("microprofile-telemetry");
    rewrite(
        guide, TELEMETRY.provided(), DROP_IN.dependency() + ANNOTATIONS.dependency(), same(guide));
  }

  @Test
  void theDropInIsAddedWhereTheAgentWasBesideTheApi() {
    Guide guide = Guide.from("the-opentelemetry-agent");
    rewrite(guide, XRAY.dependency(), XRAY.dependency() + DROP_IN.dependency(), same(guide));
  }

  @Test
  void xRaysDependenciesStayForWhatIsLeftToDoByHand() {
    Guide guide = Guide.from("aws-xray-sdk");
    rewrite(guide, XRAY.dependency(), XRAY.dependency() + DROP_IN.dependency(), pair(guide));
  }

  @Test
  void aModuleThatIsNotTracedStaysAsItIs() {
    rewriteRun(
        spec -> prepare(spec, Guide.from("microprofile-opentracing")),
        mavenProject(
            "orders",
            pomXml(APPLICATION.project(OPEN_TRACING.provided()), APPLICATION.project("")),
            srcMainJava(java("class Plain {}"))));
  }

  private void rewrite(Guide guide, String dependencies, String after, SourceSpecs code) {
    rewriteRun(
        spec -> prepare(spec, guide),
        mavenProject(
            "orders",
            pomXml(APPLICATION.project(dependencies), APPLICATION.project(after)),
            srcMainJava(code)));
  }

  private void prepare(RecipeSpec spec, Guide guide) {
    Matcher recipe = RECIPE.matcher(guide.text());
    assertThat(recipe.find()).as("a command in %s", guide).isTrue();
    spec.recipeFromResources(recipe.group(1))
        .executionContext(repository.context())
        .parser(
            JavaParser.fromJavaVersion()
                .classpath(
                    "jakarta.jakartaee-api",
                    "microprofile-opentracing-api",
                    "opentelemetry-api",
                    "opentelemetry-context",
                    "opentelemetry-instrumentation-annotations",
                    "aws-xray-recorder-sdk-sql",
                    "aws-xray-recorder-sdk-spring"));
  }

  private static SourceSpecs pair(Guide guide) {
    return java(text(guide, "before"), text(guide, "after"));
  }

  private static SourceSpecs same(Guide guide) {
    return java(text(guide, "same"));
  }

  private static String text(Guide guide, String mark) {
    return guide
        .snippets("java")
        .filter(snippet -> snippet.mark().equals(mark))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is marked " + mark + " in " + guide))
        .text();
  }
}
