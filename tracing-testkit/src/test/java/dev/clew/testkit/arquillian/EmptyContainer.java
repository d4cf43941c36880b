// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import dev.clew.testkit.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * A container that runs nothing: what is deployed sends the spans that a test wants, to where its
 * settings say.
 */
public final class EmptyContainer implements DeployableContainer<EmptyContainer.Nothing> {

  private static final String TRACES = "/v1/traces";

  private static Archive<?> deployed;
  private static Runnable onUndeploy = () -> {};

  /** For Arquillian. */
  public EmptyContainer() {}

  /** Tells Arquillian of it. */
  public static final class Registration implements LoadableExtension {

    /** For the service loader. */
    public Registration() {}

    @Override
    public void register(ExtensionBuilder builder) {
      builder.service(DeployableContainer.class, EmptyContainer.class);
    }
  }

  /** No settings. */
  public static final class Nothing implements ContainerConfiguration {

    /** For Arquillian. */
    public Nothing() {}

    @Override
    public void validate() {}
  }

  static Archive<?> deployed() {
    return deployed;
  }

  /** What has been deployed, as a sender of spans. */
  static Sender application() {
    JavaArchive settings =
        deployed.getAsType(JavaArchive.class, "/WEB-INF/lib/clew-testkit-settings.jar");
    try (InputStream in = settings.get(Settings.CONFIGURATION).getAsset().openStream()) {
      Properties properties = new Properties();
      properties.load(in);
      String endpoint = properties.getProperty("otel.exporter.otlp.traces.endpoint");
      return new Sender(endpoint.substring(0, endpoint.length() - TRACES.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the application still does when it is undeployed. */
  static void onUndeploy(Runnable last) {
    onUndeploy = last;
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
  public ProtocolMetaData deploy(Archive<?> archive) {
    deployed = archive;
    return new ProtocolMetaData();
  }

  @Override
  public void undeploy(Archive<?> archive) {
    onUndeploy.run();
    onUndeploy = () -> {};
  }
}
