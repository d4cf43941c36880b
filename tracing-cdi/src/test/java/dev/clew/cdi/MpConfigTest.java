// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration comes from the application's MicroProfile Config, whatever state that is in. */
class MpConfigTest {

  private static final Option<String> NAME = Option.text("otel.service.name", "default");
  private static final Option<Integer> NUMBER = Option.integer("clew.number", 7, 0, 10);

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final URLClassLoader application = new URLClassLoader(new URL[0]);
  private SmallRyeConfig config;

  @BeforeEach
  void configure() {
    config = new SmallRyeConfigBuilder().addDefaultInterceptors().withSources(new Values()).build();
    ConfigProviderResolver.instance().registerConfig(config, application);
  }

  @AfterEach
  void release() throws Exception {
    ConfigProviderResolver.instance().releaseConfig(config);
    application.close();
  }

  @Test
  void readsTheConfigurationOfTheApplication() {
    values.put("otel.service.name", "orders");
    assertThat(settings().get(NAME)).isEqualTo("orders");
    assertThat(settings().get(NUMBER)).isEqualTo(7);
    assertThat(problems).isEmpty();
  }

  @Test
  void expandsExpressions() {
    values.put("region", "north");
    values.put("otel.service.name", "orders-${region}");
    assertThat(settings().get(NAME)).isEqualTo("orders-north");
  }

  @Test
  void readsFilesOfTheApplicationThatItsConfigurationLeavesOut(
      @TempDir Path near, @TempDir Path far) throws Exception {
    write(near, "otel.service.name=near", "set=not this", "clew.number=${nowhere}");
    write(far, "otel.service.name=far", "only.far=far");
    values.put("set", "this");
    try (URLClassLoader war =
        new URLClassLoader(new URL[] {near.toUri().toURL(), far.toUri().toURL()}, null)) {
      ConfigProviderResolver.instance().registerConfig(config, war);
      Settings settings = settings(war);

      assertThat(settings.get(NAME)).isEqualTo("near");
      assertThat(settings.get(Option.text("only.far", ""))).isEqualTo("far");
      assertThat(settings.get(Option.text("set", ""))).isEqualTo("this");
      assertThat(settings.get(NUMBER)).isEqualTo(7);
      assertThat(problems).singleElement().asString().startsWith("CLEW-0002 clew.number");
    }
  }

  @Test
  void leavesUnsetWhatIsEmptiedBeforeTheFileOfTheApplication(@TempDir Path file) throws Exception {
    write(file, "otel.service.name=file");
    values.put("otel.service.name", "");
    try (URLClassLoader war = new URLClassLoader(new URL[] {file.toUri().toURL()}, null)) {
      ConfigProviderResolver.instance().registerConfig(config, war);

      assertThat(settings(war).get(NAME)).isEqualTo("default");
    }
  }

  private static void write(Path directory, String... lines) throws IOException {
    Path file = directory.resolve("META-INF/microprofile-config.properties");
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  @Test
  void takesTheDefaultOfAnExpressionThatCannotBeExpanded() {
    values.put("otel.service.name", "orders-${nowhere}");
    assertThat(settings().get(NAME)).isEqualTo("default");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0002 otel.service.name");
  }

  @Test
  void takesTheDefaultOfAValueThatCannotBeUsed() {
    values.put("clew.number", "eleven");
    assertThat(settings().get(NUMBER)).isEqualTo(7);
    assertThat(problems).singleElement().asString().startsWith("CLEW-0001 clew.number");
  }

  @Test
  void survivesASourceThatFails() {
    values.put("otel.service.name", "fail");
    assertThat(settings().get(NAME)).isEqualTo("default");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0002 otel.service.name");
  }

  private Settings settings() {
    return settings(application);
  }

  private Settings settings(ClassLoader loader) {
    UnaryOperator<String> source =
        new MpConfigSettingsSource().forApplication(loader).orElseThrow();
    return Settings.of(source, (id, message) -> problems.add(id + " " + message));
  }

  private final class Values implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String key) {
      String value = values.get(key);
      if ("fail".equals(value)) {
        throw new NoClassDefFoundError("half a source");
      }
      return value;
    }

    @Override
    public String getName() {
      return "test";
    }
  }
}
