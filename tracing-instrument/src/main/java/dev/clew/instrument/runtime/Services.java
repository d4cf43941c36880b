// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Problems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds providers, where one that cannot be loaded does not keep the others from being found. */
final class Services {

  /** Broken entries in a row after which a services file is given up. */
  private static final int MAX_BROKEN = 16;

  private Services() {}

  /** The providers beside the library; where there are none, those of the application. */
  static <T> List<T> find(Class<T> type, ClassLoader application, Problems problems) {
    List<T> found = load(type, type.getClassLoader(), problems);
    return found.isEmpty() && application != type.getClassLoader()
        ? load(type, application, problems)
        : found;
  }

  private static <T> List<T> load(Class<T> type, ClassLoader loader, Problems problems) {
    List<T> found = new ArrayList<>();
    Iterator<T> providers = ServiceLoader.load(type, loader).iterator();
    int broken = 0;
    while (broken < MAX_BROKEN) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.add(providers.next());
      } catch (ServiceConfigurationError | RuntimeException | LinkageError failure) {
        broken++;
        problems.report(
            "CLEW-0010",
            "one %s could not be loaded and is left out: %s"
                .formatted(type.getSimpleName(), Printable.of(String.valueOf(failure), 500)));
      }
    }
    return found;
  }
}
