// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB that runs until this process ends; everybody may do everything on it. */
final class MariaDbServer {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final DataSource source;

  private MariaDbServer(Process process, DataSource source) {
    this.process = process;
    this.source = source;
  }

  /**
   * Starts one.
   *
   * @param home where it was unpacked
   */
  static MariaDbServer start(Path home) {
    try {
      Path work = Files.createTempDirectory("clew");
      int port = freePort();
      MariaDbServer server = new MariaDbServer(launch(home, work, port), connector(port));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(work)));
      await().atMost(LIMIT).until(server::answersOrHasEnded);
      if (!server.process.isAlive()) {
        throw new IllegalStateException(Files.readString(work.resolve("log")));
      }
      return server;
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process launch(Path home, Path work, int port) throws IOException {
    Path program = home.resolve("bin/mariadbd");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    return new ProcessBuilder(
            program.toString(),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--skip-grant-tables", // so that it needs no tables of its own
            "--skip-ssl",
            "--datadir=" + Files.createDirectory(work.resolve("data")),
            "--lc-messages-dir=" + home.resolve("share"),
            "--character-sets-dir=" + home.resolve("share/charsets"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + work.resolve("socket"),
            "--pid-file=" + work.resolve("pid"))
        .redirectErrorStream(true)
        .redirectOutput(work.resolve("log").toFile())
        .start();
  }

  private static DataSource connector(int port) throws SQLException {
    return new MariaDbDataSource(
        "jdbc:mariadb://127.0.0.1:" + port + "/shop?user=root&createDatabaseIfNotExist=true");
  }

  private boolean answersOrHasEnded() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(0);
    } catch (SQLException notYet) {
      return !process.isAlive();
    }
  }

  DataSource source() {
    return source;
  }

  private void stop(Path work) {
    process.destroy();
    try {
      process.waitFor();
      try (var files = Files.walk(work)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
