// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The collector's rooms: ports in the middle, and nobody who knows which store there is. */
class ArrowsTest {

  private static final JavaClasses CONSOLE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.clew.console");

  @Test
  void noPackagesInCircles() {
    slices().matching("dev.clew.(**)").should().beFreeOfCycles().check(CONSOLE);
  }

  @Test
  void onlyWhatIsTracedKnowsTheTracer() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..console.ingest..",
            "..console.query..",
            "..console.log..",
            "..console.otlp..",
            "..console.store",
            "..console.health..",
            "..console.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.clew.instrument..",
            "dev.clew.engine..",
            "dev.clew.exporter..",
            "dev.clew.cdi..",
            "dev.clew.jaxrs..",
            "dev.clew.jdbc..",
            "io.opentelemetry.context..")
        .check(CONSOLE);
  }

  @Test
  void onlyTheAssemblyKnowsTheStore() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..console.ingest..", "..console.query..", "..console.log..", "..console.otlp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..store.duckdb..",
            "org.duckdb..",
            "..store.dynamodb..",
            "dev.clew.aws..",
            "software.amazon..")
        .check(CONSOLE);
  }
}
