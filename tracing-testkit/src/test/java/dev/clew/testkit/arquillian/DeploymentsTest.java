// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

  private static final String SETTINGS = "/WEB-INF/lib/clew-testkit-settings.jar";

  private Session session;

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
  }

  @Test
  void warSendsItsSpansToTheTest() throws IOException {
    WebArchive war = deploy(ShrinkWrap.create(WebArchive.class), Map.of("otel.service.name", "x"));

    assertThat(settings(war, SETTINGS))
        .containsEntry(
            "otel.exporter.otlp.traces.endpoint", session.senderEndpoint() + "/v1/traces")
        .containsEntry("otel.service.name", "x")
        .containsEntry("config_ordinal", "1000")
        .doesNotContainKey("clew.http.server.skip");
    assertThat(Libraries.of(war).artifacts()).containsExactly("clew-testkit-settings");
  }

  @Test
  void earSendsItsSpansToTheTest() throws IOException {
    EnterpriseArchive ear = deploy(ShrinkWrap.create(EnterpriseArchive.class), Map.of());

    assertThat(settings(ear, "/lib/clew-testkit-settings.jar")).isNotEmpty();
  }

  @Test
  void whatBringsTheDropInKeepsIt() {
    WebArchive war = withDropIn();
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class).addAsModule(withDropIn());

    assertThat(Libraries.of(war).hasDropIn()).isTrue();
    assertThat(Libraries.of(ear).hasDropIn()).isTrue();
    assertThat(deploy(war, Map.of("dropIn", "add")).contains(SETTINGS)).isTrue();
  }

  @Test
  void missesTheDropIn() {
    WebArchive war = ShrinkWrap.create(WebArchive.class);

    assertThatThrownBy(() -> deploy(war, Map.of("dropIn", "add")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the drop-in is not on the test's class path");
  }

  @Test
  void testWithinTheContainerHasWhatItNeeds() throws IOException {
    WebArchive war = ShrinkWrap.create(WebArchive.class);
    deploy(
        new DeploymentDescription("_DEFAULT_", war).shouldBeTestable(true).setTestableArchive(war),
        Traced.class,
        Map.of());

    assertThat(settings(war, SETTINGS)).containsKey("clew.http.server.skip");
    JavaArchive within = war.getAsType(JavaArchive.class, "/WEB-INF/lib/clew-testkit-within.jar");
    assertThat(within.contains("/dev/clew/testkit/assertions/TraceAssert.class")).isTrue();
    assertThat(within.contains("/dev/clew/testkit/RemoteTraces.class")).isTrue();
    assertThat(within.contains("/" + InjectedTraces.RESOURCE)).isTrue();
    assertThat(within.contains("/META-INF/services")).as("watches no scopes").isFalse();
  }

  @Test
  void untracedStaysAsItIs() {
    WebArchive one = ShrinkWrap.create(WebArchive.class);
    deploy(new DeploymentDescription("plain", one).shouldBeTestable(false), Traced.class, Map.of());

    assertThat(one.getContent()).isEmpty();
    session.beginClass(NothingTraced.class);
    assertThat(session.watches()).isFalse();
  }

  static class Traced {
    @Deployment
    public static WebArchive traced() {
      return null;
    }

    @Untraced
    @Deployment(name = "plain")
    static WebArchive plain() {
      return null;
    }
  }

  @Untraced
  static class NothingTraced {}

  private <A extends Archive<A>> A deploy(A archive, Map<String, String> properties) {
    deploy(
        new DeploymentDescription("_DEFAULT_", archive).shouldBeTestable(false),
        Traced.class,
        properties);
    return archive;
  }

  private void deploy(
      DeploymentDescription deployment, Class<?> testClass, Map<String, String> properties) {
    Properties all = new Properties();
    all.put("dropIn", "present");
    all.putAll(properties);
    close();
    session = new Session(Options.of(Map.copyOf(text(all))));
    session.beginClass(testClass);
    Deployments.prepare(deployment, session);
  }

  private static Map<String, String> text(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  private static WebArchive withDropIn() {
    return ShrinkWrap.create(WebArchive.class)
        .addAsLibrary(EmptyAsset.INSTANCE, "tracing-cdi-0.9.jar");
  }

  private static Properties settings(Archive<?> archive, String path) throws IOException {
    JavaArchive jar = archive.getAsType(JavaArchive.class, path);
    try (InputStream in = jar.get(Settings.CONFIGURATION).getAsset().openStream()) {
      Properties settings = new Properties();
      settings.load(in);
      return settings;
    }
  }
}
