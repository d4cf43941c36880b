// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.TracingExtension;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where drivers are found that nobody has loaded, as in servers that keep each driver apart. */
class DriverClassesTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @TempDir Path folder;

  /** H2's, under a name that it is not registered for. */
  public static final class Unregistered extends org.h2.Driver {

    @Override
    public boolean acceptsURL(String url) throws SQLException {
      return url.startsWith("jdbc:unregistered:");
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      return super.connect("jdbc:h2:mem:" + url.substring("jdbc:unregistered:".length()), info);
    }
  }

  private ClassLoader offering(String... drivers) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Driver.class.getName()), String.join("\n", drivers));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, DriverClassesTest.class.getClassLoader());
  }

  private static Connection connect(ClassLoader calling) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(calling);
    try {
      return new TracingDriver().connect("jdbc:clew:unregistered:x", new Properties());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void driverIsFoundWhereTheCallingThreadSeesIt() throws Exception {
    ClassLoader calling = offering("no.such.Driver", Unregistered.class.getName());
    try (Connection connection = connect(calling);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
    }
    tracing.takeAll(1);
  }

  @Test
  void aDriverThatNobodyHasIsMissedAsDriverManagerMissesIt() throws Exception {
    ClassLoader calling = offering("no.such.Driver");

    assertThatThrownBy(() -> connect(calling))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("No suitable driver");
  }
}
