// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.it.server.Server;
import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Archives as applications are: their classes, a configuration, the drop-in in WEB-INF/lib. */
public final class Wars {

  private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

  private Wars() {}

  /** With the drop-in; its spans go to the test's receiver. The name is the service's, too. */
  public static WebArchive traced(String name, Class<?>... classes) {
    return traced(name, Map.of(), classes);
  }

  /**
   * As {@link #traced(String, Class...)}.
   *
   * @param settings added to its configuration, or replacing what is there
   */
  public static WebArchive traced(String name, Map<String, String> settings, Class<?>... classes) {
    return plain(name, classes)
        .addAsLibraries(dropIn())
        .addAsResource(configuration(name, settings), CONFIGURATION);
  }

  /**
   * With the drop-in, but for another OpenTelemetry API.
   *
   * @param name the application's, and that of the API's version: {@code oldest} or {@code newest}
   */
  public static WebArchive tracedByApi(String name, Class<?>... classes) {
    return plain(name, classes)
        .addAsLibraries(
            Arrays.stream(dropIn())
                .filter(jar -> !jar.getName().startsWith("opentelemetry-"))
                .toArray(File[]::new))
        .addAsLibraries(jars(System.getProperty("it.other-api") + "/" + name))
        .addAsResource(configuration(name, Map.of()), CONFIGURATION);
  }

  /** The drop-in as libraries of an EAR, and a jar with the configuration of its one tracer. */
  public static EnterpriseArchive tracedEar(String name) {
    EnterpriseArchive archive =
        ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
            .addAsLibraries(dropIn())
            .addAsLibrary(
                ShrinkWrap.create(JavaArchive.class, "configuration.jar")
                    .addAsResource(configuration(name, Map.of()), CONFIGURATION));
    Server.current().adapt(archive);
    return archive;
  }

  private static StringAsset configuration(String name, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("otel.service.name", name);
    all.put("otel.exporter.otlp.endpoint", OtlpReceiver.shared().endpoint());
    all.put("otel.bsp.schedule.delay", "100");
    all.put("back/mp-rest/url", Http.uri("/back/api").toString());
    all.putAll(settings);
    return new StringAsset(properties(all));
  }

  /** Without the drop-in. */
  public static WebArchive plain(String name, Class<?>... classes) {
    WebArchive archive = ShrinkWrap.create(WebArchive.class, name + ".war").addClasses(classes);
    Server.current().adapt(archive);
    return archive;
  }

  /** The drop-in's jars: its own, and all that it depends on. */
  public static File[] dropIn() {
    return jars(System.getProperty("it.drop-in"));
  }

  private static File[] jars(String directory) {
    File[] jars = new File(directory).listFiles();
    if (jars == null || jars.length == 0) {
      throw new IllegalStateException("the build has copied no jars to " + directory);
    }
    Arrays.sort(jars);
    return jars;
  }

  private static String properties(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining("\n"));
  }
}
