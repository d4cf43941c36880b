// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.spi.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * MicroProfile Config as the source of settings, where the API and an implementation are present.
 * It maps environment variables, expands expressions and orders its sources as it always does. What
 * it leaves out of the application's own files is read from there: Payara has one configuration for
 * an EAR, without the files of its WARs.
 */
public final class MpConfigSettingsSource implements SettingsSource {

  private static final String FILE = "META-INF/microprofile-config.properties";

  /** For the {@link java.util.ServiceLoader}. */
  public MpConfigSettingsSource() {}

  @Override
  public Optional<UnaryOperator<String>> forApplication(ClassLoader application) {
    try {
      return Optional.of(Reader.of(application));
    } catch (LinkageError absent) {
      return Optional.empty();
    } catch (RuntimeException failure) {
      // No implementation, or one that cannot read its sources.
      return unusable(failure);
    }
  }

  private static Optional<UnaryOperator<String>> unusable(RuntimeException failure) {
    if (!(failure instanceof IllegalStateException)) {
      Problems.toLog()
          .report(
              "CLEW-0307",
              "MicroProfile Config cannot be used, system properties and environment are instead: "
                  + Printable.of(String.valueOf(failure), 500));
    }
    return Optional.empty();
  }

  /** Apart, so that the outer class can be loaded where the API is absent. */
  private static final class Reader implements UnaryOperator<String> {

    private final Config config;
    private final Properties own;

    Reader(Config config, Properties own) {
      this.config = config;
      this.own = own;
    }

    static Reader of(ClassLoader application) {
      return new Reader(ConfigProvider.getConfig(application), files(application));
    }

    /** Errors become exceptions, which the settings report before they use the default. */
    @Override
    public String apply(String key) {
      try {
        Optional<String> value = config.getOptionalValue(key, String.class);
        return value.isPresent() ? value.get() : unset(key);
      } catch (LinkageError | StackOverflowError failure) {
        throw new IllegalStateException(failure);
      }
    }

    /**
     * What cannot be expanded is as good as not set (MicroProfile Config, "Property Expressions").
     */
    private String unset(String key) {
      String raw = config.getConfigValue(key).getRawValue();
      String text = raw == null ? own.getProperty(key) : raw;
      if (text != null && text.contains("${")) {
        throw new IllegalStateException("its expression cannot be expanded");
      }
      return raw == null ? text : null;
    }

    /** The nearest file wins. */
    private static Properties files(ClassLoader application) {
      Properties all = new Properties();
      try {
        List<URL> found = Collections.list(application.getResources(FILE));
        Collections.reverse(found);
        for (URL file : found) {
          URLConnection connection = file.openConnection();
          connection.setUseCaches(false); // or a jar stays open when the application is gone
          try (InputStream stream = connection.getInputStream()) {
            all.load(stream);
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return all;
    }
  }
}
