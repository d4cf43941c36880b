// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between rooms run one way; RATIONALE.md, "Rooms and arrows", draws them. */
class ArchitectureTest {

  private static final JavaClasses CLEW =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.clew");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "api        | ''",
        "instrument | api",
        "engine     | api",
        "exporter   | api",
        "cdi        | api instrument",
        "jaxrs      | api instrument",
        "jdbc       | api instrument",
        "messaging  | api instrument",
        "testkit    | api instrument",
        "analysis   | ''",
        "aws        | api instrument engine.propagation engine.resource engine.sampler exporter.sender",
      })
  void roomImportsOnlyWhatItMay(String room, String mayImport) {
    List<String> allowed = new ArrayList<>(List.of("dev.clew." + room + ".."));
    for (String other : mayImport.split(" ")) {
      if (!other.isEmpty()) {
        allowed.add("dev.clew." + other + "..");
      }
    }
    noClasses()
        .that()
        .resideInAPackage("dev.clew." + room + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are of another room",
                type ->
                    type.getPackageName().startsWith("dev.clew.")
                        && allowed.stream()
                            .map(ArchitectureTest::prefix)
                            .noneMatch(prefix -> isIn(type.getPackageName(), prefix))))
        .check(CLEW);
  }

  @ParameterizedTest
  @CsvSource({"engine", "exporter"})
  void roomsWithoutJakarta(String room) {
    noClasses()
        .that()
        .resideInAPackage("dev.clew." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "javax.enterprise..", "org.eclipse.microprofile..")
        .check(CLEW);
  }

  /**
   * What is not on every class path is touched only by classes that are named after it, which are
   * loaded only where it is there.
   */
  @Test
  void dropInNeedsNothingButTheJdkTheOpenTelemetryApiAndThePlatform() {
    classes()
        .that()
        .haveNameNotMatching(
            ".*\\.(Jersey|Resteasy|WithSpan|Slf4j|Hibernate|EclipseLink)\\w*(\\$.*)?")
        .and()
        .resideInAnyPackage(
            "dev.clew.api..",
            "dev.clew.instrument..",
            "dev.clew.engine..",
            "dev.clew.exporter..",
            "dev.clew.cdi..",
            "dev.clew.jaxrs..",
            "dev.clew.jdbc..",
            "dev.clew.messaging..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.clew..",
            "java..",
            "javax.net..",
            "javax.sql..",
            "javax.transaction.xa..",
            "javax.management..",
            "javax.naming..",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "jakarta..",
            "org.eclipse.microprofile..")
        .check(CLEW);
  }

  @Test
  void analysisNeedsNothingButTheJdkAndDoesNoInputOrOutput() {
    classes()
        .that()
        .resideInAPackage("dev.clew.analysis..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.clew.analysis..", "java.lang..", "java.util..")
        .check(CLEW);
  }

  @Test
  void noPackagesInCircles() {
    slices().matching("dev.clew.(**)").should().beFreeOfCycles().check(CLEW);
  }

  private static String prefix(String pattern) {
    return pattern.substring(0, pattern.length() - "..".length());
  }

  private static boolean isIn(String packageName, String prefix) {
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }
}
