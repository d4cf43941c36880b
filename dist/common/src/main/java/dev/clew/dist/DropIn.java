// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

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
 * The drop-in's jars, as they lie in the server's directory. Immutable.
 *
 * @param tracing Clew's own
 * @param api OpenTelemetry's API, for applications that have none
 */
public record DropIn(List<Path> tracing, List<Path> api) {

  /** In whatever has this, Clew is there already. */
  public static final String TRACING = "dev/clew/instrument/runtime/Tracing.class";

  /** In whatever has this, the API is. */
  public static final String OPEN_TELEMETRY_API = "io/opentelemetry/api/OpenTelemetry.class";

  private static final String DIRECTORY = "drop-in";
  private static final String API_PREFIX = "opentelemetry-";

  /**
   * Those in the directory {@code drop-in}, beside the jar that this class is from.
   *
   * @throws IOException if there are none
   */
  public static DropIn besideThisJar() throws IOException {
    URLConnection module =
        DropIn.class.getProtectionDomain().getCodeSource().getLocation().openConnection();
    URL jar = module instanceof JarURLConnection within ? within.getJarFileURL() : module.getURL();
    return in(Path.of(URI.create(jar.toString())).resolveSibling(DIRECTORY));
  }

  /**
   * Those in a directory.
   *
   * @throws IOException if there are none
   */
  public static DropIn in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return new DropIn(
          jars.stream().filter(jar -> !isApi(jar)).toList(),
          jars.stream().filter(DropIn::isApi).toList());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /**
   * What an application lacks.
   *
   * @param bringsApi whether it has OpenTelemetry's API
   */
  public List<Path> jarsFor(boolean bringsApi) {
    return bringsApi ? tracing : Stream.of(tracing, api).flatMap(List::stream).toList();
  }

  private static boolean isApi(Path jar) {
    return jar.getFileName().toString().startsWith(API_PREFIX);
  }
}
