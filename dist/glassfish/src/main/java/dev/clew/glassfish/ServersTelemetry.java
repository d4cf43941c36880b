// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The OpenTelemetry that Payara brings. */
final class ServersTelemetry {

  private static final String DISABLED = "otel.sdk.disabled";
  private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

  private ServersTelemetry() {}

  /**
   * Whether it is switched on for an application, by the server's configuration or by its own. That
   * of MicroProfile for the application does not exist yet.
   */
  static boolean isOnFor(URLClassLoader application) throws IOException {
    Optional<String> disabled =
        ConfigProvider.getConfig(ServersTelemetry.class.getClassLoader())
            .getOptionalValue(DISABLED, String.class);
    return "false".equalsIgnoreCase(disabled.orElse(own(application).getProperty(DISABLED)));
  }

  private static Properties own(URLClassLoader application) throws IOException {
    Properties properties = new Properties();
    URL file = application.findResource(CONFIGURATION);
    if (file != null) {
      try (InputStream in = file.openStream()) {
        properties.load(in);
      }
    }
    return properties;
  }
}
