// SPDX-License-Identifier: Apache-2.0
package dev.clew.liberty;

import com.ibm.wsspi.adaptable.module.AdaptableModuleFactory;
import com.ibm.wsspi.adaptable.module.Container;
import com.ibm.wsspi.adaptable.module.Entry;
import com.ibm.wsspi.adaptable.module.UnableToAdaptException;
import com.ibm.wsspi.artifact.ArtifactContainer;
import com.ibm.wsspi.artifact.factory.ArtifactContainerFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * Opens jars of the server's directory as Liberty does those of an archive. Thread-safe.
 *
 * @param bundle has a directory for what is derived from them
 */
record Jars(
    BundleContext bundle, ArtifactContainerFactory archives, AdaptableModuleFactory modules) {

  /**
   * Opens jars of one directory anew: what Liberty remembers of them is for one application.
   *
   * @throws IOException if one cannot be read
   */
  List<Jar> open(List<Path> jars) throws IOException, UnableToAdaptException {
    // Not each for itself: to CDI an archive is its path within others.
    Container libraries = open(jars.get(0).getParent());
    List<Jar> opened = new ArrayList<>();
    for (Path jar : jars) {
      Entry entry = libraries.getEntry(jar.getFileName().toString());
      Container container = entry == null ? null : entry.adapt(Container.class);
      if (container == null) {
        throw new IOException("not a jar: " + jar);
      }
      opened.add(new Jar("WEB-INF/lib/" + entry.getName(), container));
    }
    return opened;
  }

  private Container open(Path directory) throws IOException {
    ArtifactContainer archive = archives.getContainer(derived("cache"), directory.toFile());
    if (archive == null) {
      throw new IOException("not a directory: " + directory);
    }
    return modules.getContainer(derived("adapted"), derived("overlay"), archive);
  }

  private File derived(String name) throws IOException {
    return Files.createDirectories(bundle.getDataFile(name).toPath()).toFile();
  }
}
