// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Runs an application on a class loader of its own, which has everything but the JDK. */
final class Deployment {

  private Deployment() {}

  /** A class loader with those jars and directories of the class path whose path is accepted. */
  static URLClassLoader loader(Predicate<String> jars) {
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jars)
            .map(Path::of)
            .map(Deployment::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** The same, without the classes whose name starts so. */
  static URLClassLoader loader(Predicate<String> jars, String hidden) {
    return loader(jars, hidden, ClassLoader.getPlatformClassLoader());
  }

  /** The same, with the classes whose name starts so from elsewhere. */
  static URLClassLoader loader(Predicate<String> jars, String foreign, ClassLoader elsewhere) {
    try (URLClassLoader all = loader(jars)) {
      return new URLClassLoader(all.getURLs(), ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          return name.startsWith(foreign) ? elsewhere.loadClass(name) : super.findClass(name);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the application says when it is called there, with the loader as context class loader. */
  static Object call(ClassLoader loader, Class<? extends Callable<?>> application)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = Class.forName(application.getName(), true, loader);
      return ((Callable<?>) type.getConstructor().newInstance()).call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
