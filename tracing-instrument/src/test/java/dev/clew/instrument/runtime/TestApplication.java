// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.spi.SettingsSource;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An application's class loader: sees the library, and brings providers and settings of its own.
 */
final class TestApplication extends URLClassLoader {

  final Map<String, String> settings = new HashMap<>();

  private final Path home;

  TestApplication(Path directory) throws IOException {
    this(Files.createTempDirectory(directory, "application"), List.of());
    provides(SettingsSource.class, FromTestApplication.class.getName());
  }

  private TestApplication(Path home, List<URL> urls) throws IOException {
    super(new URL[] {home.toUri().toURL()}, TestApplication.class.getClassLoader());
    this.home = home;
  }

  TestApplication provides(Class<?> service, String provider) {
    try {
      Path services = Files.createDirectories(home.resolve("META-INF/services"));
      Path file = services.resolve(service.getName());
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, before + provider + "\n");
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Lease start() {
    return start("orders", () -> null);
  }

  /** Starts it at once. */
  Lease start(String name, Supplier<OpenTelemetry> serverProvided) {
    Lease lease = Tracing.start(new Startup(this, name, serverProvided));
    lease.tracing();
    return lease;
  }

  /** Configuration as an application's own source gives it. */
  public static final class FromTestApplication implements SettingsSource {

    @Override
    public Optional<UnaryOperator<String>> forApplication(ClassLoader application) {
      return Optional.of(((TestApplication) application).settings::get);
    }
  }
}
