// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The path below which an application lives, in one spelling, however the client wrote it. */
final class BasePath {

  private BasePath() {}

  /**
   * Empty, or beginning with a slash and not ending with one; without matrix parameters, escapes,
   * dots and doubled slashes, all of which some containers pass on as the client sent them.
   */
  static String canonical(String raw) {
    String path = raw == null ? "" : raw;
    if (isOdd(path)) {
      path = path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
      path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      path = normalized(path);
    }
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isOdd(String path) {
    return path.indexOf(';') >= 0
        || path.indexOf('%') >= 0
        || path.contains("//")
        || path.contains("/.");
  }

  private static String normalized(String path) {
    try {
      return new URI(null, null, path, null).normalize().getPath();
    } catch (java.net.URISyntaxException unusual) {
      return path;
    }
  }
}
