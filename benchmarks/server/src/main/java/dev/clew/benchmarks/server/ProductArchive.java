// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import dev.clew.benchmarks.server.app.ProductResource;
import dev.clew.benchmarks.server.app.ProductsApplication;
import dev.clew.benchmarks.server.app.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The application as an archive, with the drop-in or without. */
final class ProductArchive {

  private static final List<Class<?>> CLASSES =
      List.of(ProductsApplication.class, ProductResource.class, Tables.class);
  private static final String CDI = "WEB-INF/beans.xml";
  private static final String LIBRARIES = "WEB-INF/lib/";

  private ProductArchive() {}

  /**
   * Writes it.
   *
   * @param dropInFrom an archive that carries the drop-in and no other library; null for none
   */
  static void write(Path archive, Path dropInFrom) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry(CDI));
      for (Class<?> type : CLASSES) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
          add(out, "WEB-INF/classes/" + file, in);
        }
      }
      if (dropInFrom != null) {
        addLibraries(out, dropInFrom);
      }
    }
  }

  private static void addLibraries(ZipOutputStream out, Path from) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile())) {
      for (ZipEntry entry : source.stream().filter(ProductArchive::isLibrary).toList()) {
        try (InputStream in = source.getInputStream(entry)) {
          add(out, entry.getName(), in);
        }
      }
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    return entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar");
  }

  private static void add(ZipOutputStream out, String name, InputStream in) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    in.transferTo(out);
  }
}
