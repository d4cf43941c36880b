// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private final List<String> problems = new ArrayList<>();

  @Test
  void theProcessIsDescribed() {
    Map<String, Object> resource = resource(Map.of());

    assertThat(resource)
        .containsEntry("service.name", "unknown_service:java")
        .containsEntry("telemetry.sdk.name", "clew")
        .containsEntry("telemetry.sdk.language", "java")
        .containsEntry("process.pid", ProcessHandle.current().pid())
        .containsEntry("process.runtime.version", System.getProperty("java.runtime.version"))
        .containsKeys(
            "telemetry.sdk.version",
            "host.arch",
            "os.type",
            "process.runtime.name",
            "process.runtime.description");
    assertThat(UUID.fromString((String) resource.get("service.instance.id")).version())
        .isEqualTo(4);
  }

  @Test
  void librariesKnowMoreAndConfigurationBeatsThem() {
    assertThat(
            resource(Map.of("test.resource", "i-1", "otel.resource.attributes", "host.name=own")))
        .containsEntry("host.id", "i-1")
        .containsEntry("host.name", "own");
  }

  @Test
  void libraryThatFailsIsReportedAndLeftOut() {
    assertThat(resource(Map.of("test.resource", "broken"))).containsKey("service.name");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0106");
  }

  @Test
  void everyStartIsAnotherInstance() {
    assertThat(resource(Map.of()).get("service.instance.id"))
        .isNotEqualTo(resource(Map.of()).get("service.instance.id"));
  }

  @Test
  void configuredAttributesWinAndArePercentDecoded() {
    Map<String, Object> resource =
        resource(
            Map.of(
                "otel.resource.attributes",
                "host.name=h, service.instance.id=7,deployment.environment.name=a%2Cb+c"));

    assertThat(resource)
        .containsEntry("host.name", "h")
        .containsEntry("service.instance.id", "7")
        .containsEntry("deployment.environment.name", "a,b+c");
  }

  @Test
  void theServiceNamesOwnKeyComesBeforeTheAttributes() {
    String attributes = "service.name=from-attributes";

    assertThat(resource(Map.of("otel.resource.attributes", attributes)))
        .containsEntry("service.name", "from-attributes");
    assertThat(
            resource(
                Map.of("otel.resource.attributes", attributes, "otel.service.name", "from-key")))
        .containsEntry("service.name", "from-key");
  }

  @Test
  void attributesThatCannotBeReadAreAllLeftOutAndReported() {
    Map<String, Object> resource = resource(Map.of("otel.resource.attributes", "a=1,b=%zz"));

    assertThat(resource).doesNotContainKeys("a", "b");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0001");
  }

  @Test
  void whatCannotBeFoundOutIsLeftOut() {
    Map<String, Object> found = new HashMap<>();
    Detected.put(found, "nothing", () -> null);
    Detected.put(found, "empty", () -> "");
    Detected.put(
        found,
        "denied",
        () -> {
          throw new SecurityException();
        });

    assertThat(found).isEmpty();
  }

  @Test
  void attributesCanBeLeftOut() {
    Map<String, Object> resource =
        resource(Map.of("otel.resource.disabled.keys", "host.name,process.pid"));

    assertThat(resource).doesNotContainKeys("host.name", "process.pid").containsKey("os.type");
  }

  private Map<String, Object> resource(Map<String, String> settings) {
    return Resources.from(Settings.of(settings::get, (id, message) -> problems.add(id + message)));
  }
}
