// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The drop-in's jars, as they lie in the module's directory.
 *
 * @param tracing Clew's own
 * @param api OpenTelemetry's API, for applications that have none
 */
record DropIn(List<Path> tracing, List<Path> api) {

  private static final String DIRECTORY = "drop-in";
  private static final String API_PREFIX = "opentelemetry-";

  /** Those in the directory {@code drop-in}, beside the jar that this class is from. */
  static DropIn besideThisModule() throws IOException {
    URLConnection module =
        DropIn.class.getProtectionDomain().getCodeSource().getLocation().openConnection();
    URL jar = module instanceof JarURLConnection within ? within.getJarFileURL() : module.getURL();
    return in(Path.of(URI.create(jar.toString())).resolveSibling(DIRECTORY));
  }

  static DropIn in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return new DropIn(
          jars.stream().filter(jar -> !isApi(jar)).toList(),
          jars.stream().filter(DropIn::isApi).toList());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static boolean isApi(Path jar) {
    return jar.getFileName().toString().startsWith(API_PREFIX);
  }
}
