// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNameTest {

  @TempDir Path directory;

  private TestApplication application;

  @BeforeEach
  void deploy() throws Exception {
    application = new TestApplication(directory);
  }

  @Test
  void isTheApplicationsNameWhereNothingSaysOtherwise() {
    assertThat(settings("orders").get(SettingsAssembly.SERVICE_NAME)).isEqualTo("orders");
  }

  @Test
  void isWhatIsConfigured() {
    application.settings.put("otel.service.name", "checkout");
    assertThat(settings("orders").get(SettingsAssembly.SERVICE_NAME)).isEqualTo("checkout");
  }

  @Test
  void isLeftToTheResourceAttributesWhereTheyNameIt() {
    application.settings.put("otel.resource.attributes", "team=a, service.name=checkout");
    assertThat(settings("orders").isSet(SettingsAssembly.SERVICE_NAME)).isFalse();
  }

  @Test
  void isNotMadeUpWhereTheApplicationHasNone() {
    assertThat(settings(null).isSet(SettingsAssembly.SERVICE_NAME)).isFalse();
  }

  private Settings settings(String applicationName) {
    return SettingsAssembly.of(
        new Startup(application, applicationName, () -> null), Problems.toLog());
  }
}
