// SPDX-License-Identifier: Apache-2.0
package dev.clew.glassfish;

import com.sun.enterprise.loader.ASURLClassLoader;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.glassfish.web.loader.WebappClassLoader;

/** The class loader of an application's libraries, by which nothing is loaded yet. */
sealed interface Libraries {

  URLClassLoader loader();

  void add(URL jar);

  /**
   * Loads classes of its own, although its parent has such, too. Those that are loaded come first
   * from then on; of all others, those of the parent still do, if they did before.
   */
  void loadOwn(List<String> classes) throws ReflectiveOperationException;

  /** Of a WAR. */
  record OfWar(WebappClassLoader loader) implements Libraries {

    @Override
    public void add(URL jar) {
      loader.addRepository(jar.toString());
    }

    @Override
    public void loadOwn(List<String> classes) throws ClassNotFoundException {
      boolean delegate = loader.getDelegate();
      loader.setDelegate(false);
      try {
        for (String name : classes) {
          loader.loadClass(name);
        }
      } finally {
        loader.setDelegate(delegate);
      }
    }
  }

  /** Of an EAR; its WARs ask this one first. */
  record OfEar(ASURLClassLoader loader) implements Libraries {

    @Override
    public void add(URL jar) {
      loader.appendURL(jar);
    }

    @Override
    public void loadOwn(List<String> classes) throws ReflectiveOperationException {
      if (loader.loadClass(classes.get(0)).getClassLoader() != loader) {
        // Payara's only, which cannot be compiled against: its own jars are in no repository.
        loader.getClass().getMethod("enableCurrentBeforeParentUnconditional").invoke(loader);
        try {
          for (String name : classes) {
            loader.loadClass(name);
          }
        } finally {
          loader.getClass().getMethod("disableCurrentBeforeParent").invoke(loader);
        }
      }
    }
  }
}
