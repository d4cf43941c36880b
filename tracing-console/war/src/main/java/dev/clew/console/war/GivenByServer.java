// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.war;

import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.cdi.MpConfigSettingsSource;
import dev.clew.console.Given;
import dev.clew.console.config.ConsoleOptions;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The settings from MicroProfile Config, or from system properties and environment where a server
 * has none of it. What cannot be used is logged, and the default is used.
 */
public class GivenByServer extends Given {

  /** Where a WildFly lets applications keep what they have. */
  private static final String DATA = "jboss.server.data.dir";

  /** For the container. */
  public GivenByServer() {
    super(settings());
  }

  private static Settings settings() {
    ClassLoader application = GivenByServer.class.getClassLoader();
    UnaryOperator<String> source =
        new MpConfigSettingsSource().forApplication(application).orElse(Settings::system);
    return Settings.of(source, Problems.toLog()).withFallback(GivenByServer::directory);
  }

  private static String directory(String key) {
    String data = System.getProperty(DATA);
    return data != null && key.equals(ConsoleOptions.DIRECTORY.key())
        ? Path.of(data, ConsoleOptions.DIRECTORY.defaultText()).toString()
        : null;
  }
}
