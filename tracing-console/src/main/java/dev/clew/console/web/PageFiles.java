// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/** The files of the page, read once each: there are few, and they are small. Thread-safe. */
final class PageFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  /** Where libraries have their files, by the names that the page knows them by. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lib/lit-html.js", "lit-html/3.2.1/lit-html.js",
          "lib/uPlot-esm.js", "uplot/1.6.30/dist/uPlot.esm.js",
          "lib/uPlot-min.css", "uplot/1.6.30/dist/uPlot.min.css",
          "lib/dagre-min.js", "dagre/0.8.4/dist/dagre.min.js");

  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /** The file of a name; {@code null} where there is none. */
  PageFile find(String name) throws IOException {
    PageFile known = read.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream file = open(name)) {
      if (file == null) {
        return null;
      }
      PageFile found = file(name, file.readAllBytes());
      read.put(name, found);
      return found;
    }
  }

  private static InputStream open(String name) {
    String library = LIBRARIES.get(name);
    return library == null
        ? PageFiles.class.getResourceAsStream("page/" + name)
        : PageFiles.class.getResourceAsStream("/META-INF/resources/webjars/" + library);
  }

  private static PageFile file(String name, byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new PageFile(
        content, TYPES.get(ending), new EntityTag(Long.toHexString(sum.getValue())));
  }
}
