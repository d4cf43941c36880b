// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import com.sun.enterprise.loader.ASURLClassLoader;
import dev.clew.dist.DropIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.glassfish.internal.deployment.ExtendedDeploymentContext;
import org.glassfish.web.loader.WebappClassLoader;

/**
 * A WAR or an EAR that is being deployed.
 *
 * @param parts jars in an EAR's web modules
 */
record Application(Libraries libraries, List<Path> parts) {

  private static final String CLASS = ".class";

  /** {@code null} if it is neither, or one of the server's own. */
  static Application of(ExtendedDeploymentContext context) throws IOException {
    if (context.getAppProps().getProperty("object-type", "").startsWith("system-")) {
      return null;
    }
    ClassLoader loader = context.getFinalClassLoader();
    if (loader instanceof WebappClassLoader war) {
      return new Application(new Libraries.OfWar(war), List.of());
    }
    // Between an EAR's two is that of its connectors.
    if (loader instanceof ASURLClassLoader ear
        && ear.getParent().getParent() instanceof ASURLClassLoader libraries) {
      return new Application(
          new Libraries.OfEar(libraries), jarsOfParts(context.getSourceDir().toPath()));
    }
    return null;
  }

  private static List<Path> jarsOfParts(Path ear) throws IOException {
    try (Stream<Path> files = Files.walk(ear)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> file.getParent().endsWith("WEB-INF/lib"))
          .toList();
    }
  }

  /** Whether any part of it has the file itself; what the server has does not count. */
  boolean brings(String file) throws IOException {
    if (libraries.loader().findResource(file) != null) {
      return true;
    }
    for (Path part : parts) {
      try (JarFile jar = new JarFile(part.toFile())) {
        if (jar.getEntry(file) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Adds what it lacks, all or nothing. Where the server has an OpenTelemetry that traces nothing,
   * that would come first, and hide what is added; so the API that is added is loaded right away.
   *
   * @throws IOException if a jar is none
   */
  void add(DropIn dropIn) throws IOException, ReflectiveOperationException {
    boolean servers = serverHas(DropIn.OPEN_TELEMETRY_API);
    boolean keepsItsOwn =
        brings(DropIn.OPEN_TELEMETRY_API)
            || servers && ServersTelemetry.isOnFor(libraries.loader());
    List<Path> jars = dropIn.jarsFor(keepsItsOwn);
    for (Path jar : jars) {
      new JarFile(jar.toFile()).close();
    }
    for (Path jar : jars) {
      libraries.add(jar.toUri().toURL());
    }
    if (servers && !keepsItsOwn) {
      libraries.loadOwn(classesOf(dropIn.api()));
    }
  }

  private boolean serverHas(String file) {
    return libraries.loader().getParent().getResource(file) != null;
  }

  private static List<String> classesOf(List<Path> jars) throws IOException {
    List<String> classes = new ArrayList<>();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith("io/") && name.endsWith(CLASS))
            .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
            .forEach(classes::add);
      }
    }
    return classes;
  }
}
