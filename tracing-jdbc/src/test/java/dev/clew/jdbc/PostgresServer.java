// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;

/** A PostgreSQL that runs until this process ends. */
final class PostgresServer {

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres.Builder builder) {
    try {
      server = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Of the version that is on the class path. */
  static PostgresServer ofClassPath() {
    return new PostgresServer(EmbeddedPostgres.builder());
  }

  /** Of the version in a jar, which has the names of those on the class path. */
  static PostgresServer of(Path jar) {
    return new PostgresServer(
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(
                (system, machine) ->
                    URI.create("jar:" + jar.toUri() + "!/" + binaries(system, machine))
                        .toURL()
                        .openStream()));
  }

  private static String binaries(String system, String machine) {
    return "postgres-%s-%s.txz".formatted(system.toLowerCase(Locale.ROOT), machine);
  }

  DataSource source() {
    return server.getPostgresDatabase();
  }

  private void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
