// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Open Liberty with Jakarta EE 10 and MicroProfile 6.1, which brings no OpenTelemetry. */
final class Liberty implements Server {

  private static final int HTTP = 9080;
  private static final int JMS = 7276;

  private static final String NOT_SHOWN = "not shown yet: no run of its tests there was green";

  private static final Map<Capability, String> GAPS =
      Map.ofEntries(
          Map.entry(
              Capability.MP_REST_CLIENT_REFUSED,
              "Clew knows a client of RESTEasy by classes that Liberty hides; it does not yet see"
                  + " that such a call has ended"),
          Map.entry(
              Capability.JMS,
              "not shown yet: Liberty's own check of a `@Resource` that looks up a"
                  + " `@JMSConnectionFactoryDefinition` fails (NullPointerException), and the tests"
                  + " have one"),
          Map.entry(Capability.JMS_CONTEXT, "its tests are in the same application"),
          Map.entry(
              Capability.DATA_SOURCE_DEFINITION,
              "not shown yet: Liberty takes the driver from shared libraries only (J2CA8022E); a"
                  + " `dataSource` of server.xml is traced"),
          Map.entry(
              Capability.WEB_SOCKET,
              "not traced yet: endpoints are not intercepted there; the request that opens one is"
                  + " traced"),
          Map.entry(
              Capability.SSE,
              "Liberty hides the classes of RESTEasy that give a stream; its request is traced"),
          Map.entry(
              Capability.EAR,
              "the filter in `EAR/lib` is not found; put the drop-in into each WAR"),
          Map.entry(
              Capability.EJB_ASYNC,
              "a run begins a trace of its own: Liberty takes nothing of an application along to"
                  + " its thread"),
          Map.entry(
              Capability.EAR_OF_WARS,
              "requests of both WARs are traced, beans of the second are not; why is not known"
                  + " yet"),
          Map.entry(Capability.LOGS, NOT_SHOWN),
          Map.entry(Capability.JOINS, NOT_SHOWN),
          Map.entry(
              Capability.REDEPLOY,
              "not shown yet: the test waits for Liberty to close a WebSocket at undeploy, which it"
                  + " does not, traced or not"));

  /** The bundle of the user feature, which has nothing but a description of configuration. */
  private static final String BUNDLE =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: dev.clew.liberty.context
      Bundle-Version: 1.0.0
      """;

  @Override
  public String name() {
    return "liberty";
  }

  @Override
  public String title() {
    return "Open Liberty 26";
  }

  @Override
  public Map<Capability, String> gaps() {
    return GAPS;
  }

  @Override
  public List<Integer> ports() {
    return List.of(HTTP, JMS);
  }

  /** Writes a server of its own for this run: the distribution stays as it was unpacked. */
  @Override
  public void prepare(int offset) throws IOException {
    Path user = Path.of(System.getProperty("it.work"), "liberty");
    Path server = user.resolve("servers").resolve("clew-" + (HTTP + offset));
    Path temporary = Files.createDirectories(server.resolve("tmp"));
    Files.createDirectories(server.resolve("dropins"));
    Files.writeString(
        server.resolve("bootstrap.properties"),
        """
        it.port.http=%d
        it.port.jms=%d
        it.h2=%s
        """
            .formatted(HTTP + offset, JMS + offset, System.getProperty("it.h2")));
    // The agent ends the server when the test's JVM is gone.
    Files.writeString(
        server.resolve("jvm.options"),
        """
        -Xmx1g
        -javaagent:%s
        -Djava.io.tmpdir=%s
        %s
        """
            .formatted(
                System.getProperty("it.launcher"),
                temporary,
                System.getProperty("it.server.option")));
    copy("server.xml", server.resolve("server.xml"));
    addFeature(user.resolve("extension").resolve("lib"));
  }

  /** Its default executors take along what applications say, once server.xml can name that. */
  private static void addFeature(Path library) throws IOException {
    Path features = Files.createDirectories(library.resolve("features"));
    Path manifest = features.resolve("dev.clew.liberty.applicationContext-1.0.mf");
    if (Files.notExists(manifest)) {
      copy("feature.mf", manifest);
      ShrinkWrap.create(JavaArchive.class)
          .setManifest(new StringAsset(BUNDLE))
          .addAsResource("liberty/metatype.xml", "OSGI-INF/metatype/metatype.xml")
          .as(ZipExporter.class)
          .exportTo(library.resolve("dev.clew.liberty.context_1.0.0.jar").toFile());
    }
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = Liberty.class.getResourceAsStream("/liberty/" + resource)) {
      Files.copy(in, file);
    }
  }

  @Override
  public String dataSource() {
    return "java:comp/DefaultDataSource";
  }
}
