// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Finds the drop-in's jars on a class path, by the module names in their manifests. */
final class DropIn {

  private static final Attributes.Name MODULE = new Attributes.Name("Automatic-Module-Name");
  private static final Pattern MODULES =
      Pattern.compile("dev\\.clew\\.(?!testkit)\\w+|io\\.opentelemetry\\.(api|context|common)");

  private DropIn() {}

  /**
   * The drop-in, and OpenTelemetry's API.
   *
   * @throws IllegalStateException if it is not there
   */
  static File[] jars(ClassLoader loader) {
    try {
      List<File> jars = new ArrayList<>();
      for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
        if (manifest.openConnection() instanceof JarURLConnection jar && isOfDropIn(manifest)) {
          jars.add(new File(jar.getJarFileURL().toURI()));
        }
      }
      if (jars.stream().noneMatch(jar -> Libraries.isDropIn(jar.getName()))) {
        throw new IllegalStateException(
            "the drop-in is not on the test's class path: add dev.clew:tracing-jakartaee to its"
                + " dependencies, or say in arquillian.xml that the server has it");
      }
      return jars.toArray(File[]::new);
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("the class path cannot be read", unreadable);
    }
  }

  private static boolean isOfDropIn(URL manifest) {
    try (InputStream in = manifest.openStream()) {
      String module = new Manifest(in).getMainAttributes().getValue(MODULE);
      return module != null && MODULES.matcher(module).matches();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
