// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
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
    UnaryOperator<String> source =
        new MpConfigSettingsSource().forApplication(application).orElseThrow();
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
