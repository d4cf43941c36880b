// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Settings that come before all others that an application has. */
final class Settings {

  static final String CONFIGURATION = "META-INF/microprofile-config.properties";

  /** Above system properties (400) and environment (300): MicroProfile Config, "ConfigSource". */
  private static final String ORDINAL = "1000";

  private Settings() {}

  /** A library that brings the settings, and leaves the application's own file as it is. */
  static JavaArchive jar(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put("config_ordinal", ORDINAL);
    return ShrinkWrap.create(JavaArchive.class, "clew-testkit-settings.jar")
        .addAsResource(new StringAsset(write(properties)), CONFIGURATION);
  }

  static String write(Properties properties) {
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
