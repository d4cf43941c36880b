// SPDX-License-Identifier: Apache-2.0
package dev.clew.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.server.Capability;
import dev.clew.it.server.Server;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The README's matrix is what the tests on the servers have shown. To run them and write down what
 * they show: {@code mvn verify -Pservers -Dclew.docs.write=true}; the matrix alone: {@code mvn -pl
 * integration-tests -am test -Dtest=CapabilityMatrixTest -Dclew.docs.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CapabilityMatrixTest {

  @Test
  void readmeShowsWhatTheTestsHaveShown() throws IOException {
    Document readme = Document.of("README.md");
    String matrix = matrix();
    if (Boolean.getBoolean("clew.docs.write")) {
      readme.replaceSection("servers", matrix);
    }
    assertThat(readme.section("servers")).isEqualTo(matrix);
  }

  @Test
  void everyCellIsAnAnswer() throws IOException {
    for (Server server : Server.all()) {
      Properties results = results(server);
      for (Capability capability : Capability.values()) {
        assertThat(cell(server, results, capability))
            .as("%s: %s", server.title(), capability)
            .isNotIn("not run", "failed");
      }
    }
  }

  private static String matrix() throws IOException {
    Map<Server, Properties> results = new LinkedHashMap<>();
    for (Server server : Server.all()) {
      results.put(server, results(server));
    }
    StringBuilder matrix = new StringBuilder("| |");
    results.keySet().forEach(server -> matrix.append(" %s |".formatted(server.title())));
    matrix.append("\n|---|").append("---|".repeat(results.size())).append('\n');
    for (Capability capability : Capability.values()) {
      matrix.append("| ").append(capability.title()).append(" |");
      results.forEach(
          (server, result) -> matrix.append(" %s |".formatted(cell(server, result, capability))));
      matrix.append('\n');
    }
    return matrix + reasons();
  }

  private static String cell(Server server, Properties results, Capability capability) {
    return server.gaps().containsKey(capability)
        ? "no"
        : results.getProperty(capability.name(), "not run");
  }

  /** Each reason once, with the servers that have it. */
  private static String reasons() {
    StringBuilder reasons = new StringBuilder("\n");
    for (Capability capability : Capability.values()) {
      Map<String, List<String>> servers = new LinkedHashMap<>();
      for (Server server : Server.all()) {
        String reason = server.gaps().get(capability);
        if (reason != null) {
          servers.computeIfAbsent(reason, first -> new ArrayList<>()).add(server.title());
        }
      }
      servers.forEach(
          (reason, titles) ->
              reasons.append(
                  "- %s, %s: %s\n"
                      .formatted(capability.title(), String.join(" and ", titles), reason)));
    }
    return reasons.toString();
  }

  /** What its tests have shown, and those in another setting: of "wildfly-agent", say. */
  private static Properties results(Server server) throws IOException {
    Properties results = new Properties();
    Path directory = Document.root().resolve("integration-tests/results");
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, server.name() + "{,-*}.properties")) {
      for (Path file : files) {
        Properties shown = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          shown.load(reader);
        }
        shown.forEach(
            (capability, tests) -> results.merge(capability, tests, CapabilityMatrixTest::both));
      }
    }
    return results;
  }

  private static Object both(Object one, Object other) {
    return one.equals("failed") || other.equals("failed")
        ? "failed"
        : Integer.toString(Integer.parseInt(one.toString()) + Integer.parseInt(other.toString()));
  }
}
