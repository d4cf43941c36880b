// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import dev.clew.api.spi.SettingsSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * MicroProfile Config as the source of settings, where the API and an implementation are present.
 * It maps environment variables, expands expressions and orders its sources as it always does.
 */
public final class MpConfigSettingsSource implements SettingsSource {

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

    Reader(Config config) {
      this.config = config;
    }

    static Reader of(ClassLoader application) {
      return new Reader(ConfigProvider.getConfig(application));
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
      if (raw != null && raw.contains("${")) {
        throw new IllegalStateException("its expression cannot be expanded");
      }
      return null;
    }
  }
}
