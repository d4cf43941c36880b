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
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Open Liberty with Jakarta EE 10 and a MicroProfile; that of the matrix hides OpenTelemetry. */
class Liberty implements Server {

  private static final String MICRO_PROFILE = "microProfile-6.1";

  private static final int HTTP = 9080;
  private static final int JMS = 7276;

  private static final Map<Capability, String> GAPS =
      Map.of(
          Capability.WEB_SOCKETS_AT_ONCE,
          "connections are handed on to other threads, and nothing says by which request each was"
              + " opened: messages of those that open at the same time with the same path have no"
              + " link",
          Capability.DEFINED_JPA,
          "Liberty starts such a persistence unit over a placeholder, and makes it once more when it"
              + " is first used, which nobody is told of; units over a `dataSource` of server.xml"
              + " are traced",
          Capability.TRACING_DATA_SOURCE,
          "Liberty takes its class from shared libraries only (J2CA8022E), where Clew would be no"
              + " longer the application's own; the driver's class is traced without it",
          Capability.EAR_OF_WARS,
          "beans of one WAR only are traced: of two types of the same name that extensions of one"
              + " EAR add, Liberty keeps one; requests of both are traced");

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
      """;

  private static final String WEB =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <filter>
          <filter-name>clew</filter-name>
          <filter-class>dev.clew.jaxrs.servlet.TracingFilter</filter-class>
          <async-supported>true</async-supported>
        </filter>
        <filter-mapping>
          <filter-name>clew</filter-name>
          <url-pattern>/*</url-pattern>
          <dispatcher>REQUEST</dispatcher>
          <dispatcher>FORWARD</dispatcher>
          <dispatcher>INCLUDE</dispatcher>
          <dispatcher>ERROR</dispatcher>
          <dispatcher>ASYNC</dispatcher>
        </filter-mapping>
      </web-app>
      """;

  /** The bundle of the user feature, which has nothing but a description of configuration. */
  private static final String BUNDLE =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: dev.clew.liberty.context
      Bundle-Version: 1.0.0
      """;

  private final String microProfile;

  Liberty() {
    this(MICRO_PROFILE);
  }

  /**
   * With another MicroProfile.
   *
   * @param microProfile the name of its feature
   */
  Liberty(String microProfile) {
    this.microProfile = microProfile;
  }

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
    Path server = directory(offset);
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
    // The agent ends the server when the test's JVM is gone. Soft references go with each garbage
    // collection: Liberty's log holds its last messages by them, and with these RESTEasy's word on
    // the class of each JAX-RS application.
    Files.writeString(
        server.resolve("jvm.options"),
        """
        -Xmx1g
        -XX:SoftRefLRUPolicyMSPerMB=0
        -javaagent:%s
        -Djava.io.tmpdir=%s
        %s
        """
            .formatted(
                System.getProperty("it.launcher"),
                temporary,
                System.getProperty("it.server.option")));
    Path configuration = server.resolve("server.xml");
    copy("server.xml", configuration);
    Files.writeString(
        configuration, Files.readString(configuration).replace(MICRO_PROFILE, microProfile));
    Path driver = Path.of(System.getProperty("it.h2"));
    Path global = Files.createDirectories(server.resolve("lib").resolve("global"));
    Files.copy(driver, global.resolve(driver.getFileName()));
    addFeature(user().resolve("extension").resolve("lib"));
  }

  /** Where the server of a run has its configuration. */
  private static Path directory(int offset) {
    return user().resolve("servers").resolve("clew-" + (HTTP + offset));
  }

  private static Path user() {
    return Path.of(System.getProperty("it.work"), "liberty");
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
  public void findBeans(WebArchive archive) {
    archive.addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
  }

  @Override
  public void adaptToSharedLibrary(WebArchive archive) {
    archive.setWebXML(new StringAsset(WEB));
  }

  @Override
  public String dataSource() {
    return "java:comp/DefaultDataSource";
  }
}
