// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.micro;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A {@link MicroServer} in a JVM of its own, for tests that run as clients. */
public final class MicroContainer implements DeployableContainer<MicroContainer.Nothing> {

  private final Path home = Path.of(System.getProperty("it.server.home"));

  private Process server;
  private BufferedWriter orders;
  private BufferedReader answers;

  /** All that there is to configure is known from the build. */
  public static final class Nothing implements ContainerConfiguration {

    @Override
    public void validate() {
      return; // always right
    }
  }

  @Override
  public Class<Nothing> getConfigurationClass() {
    return Nothing.class;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public void start() throws LifecycleException {
    try {
      server = new ProcessBuilder(command()).redirectError(log()).start();
      orders = server.outputWriter(StandardCharsets.UTF_8);
      answers = server.inputReader(StandardCharsets.UTF_8);
      expect(MicroServer.DONE);
    } catch (IOException failure) {
      throw new LifecycleException("Payara Micro has not started", failure);
    }
  }

  private List<String> command() throws IOException {
    String jar = System.getProperty("it.micro");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Djava.net.preferIPv4Stack=true"));
    command.add(System.getProperty("it.server.option"));
    open(jar, command);
    command.addAll(
        List.of("-classpath", jar + File.pathSeparator + System.getProperty("it.classes")));
    command.add(MicroServer.class.getName());
    command.addAll(List.of(System.getProperty("it.port.http"), home.toString()));
    return command;
  }

  /** What Java does by itself for a jar that it is started with. */
  private static void open(String jar, List<String> command) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      Attributes manifest = file.getManifest().getMainAttributes();
      for (String attribute : List.of("Add-Opens", "Add-Exports")) {
        for (String name : manifest.getValue(attribute).split(" ")) {
          command.add("--" + attribute.toLowerCase(Locale.ROOT) + "=" + name + "=ALL-UNNAMED");
        }
      }
    }
  }

  private File log() throws IOException {
    return Files.createDirectories(home).resolve("server.log").toFile();
  }

  @Override
  public void stop() throws LifecycleException {
    try {
      orders.close();
      if (!server.waitFor(1, TimeUnit.MINUTES)) {
        server.destroyForcibly();
      }
    } catch (IOException failure) {
      throw new LifecycleException("Payara Micro cannot be stopped", failure);
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    }
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    File file = home.resolve(archive.getName()).toFile();
    archive.as(ZipExporter.class).exportTo(file, true);
    order(MicroServer.DEPLOY + file);
    return new ProtocolMetaData();
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    order(MicroServer.UNDEPLOY + archive.getName().replaceFirst("\\.[we]ar$", ""));
  }

  private void order(String order) throws DeploymentException {
    try {
      orders.write(order);
      orders.newLine();
      orders.flush();
      expect(MicroServer.DONE);
    } catch (IOException failure) {
      throw new DeploymentException(order, failure);
    }
  }

  private void expect(String wanted) throws IOException {
    String answer = answers.readLine();
    if (!wanted.equals(answer)) {
      throw new IOException("the server says %s; see %s".formatted(answer, log()));
    }
  }
}
