// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JAX-RS endpoints of one application, so that whoever starts a server span can tell before
 * matching that an endpoint is not to be traced. Costs nothing where all are. Holds no class of the
 * application. Thread-safe.
 *
 * <p>An endpoint is known from when JAX-RS configures it, which is when the application starts,
 * unless that leaves it to the first request.
 */
public final class Endpoints {

  /** Literal characters beat variables (Jakarta RESTful Web Services 3.1, section 3.7.2). */
  private static final Comparator<Entry> BEST_FIRST =
      Comparator.<Entry>comparingInt(entry -> entry.template.literalCharacters())
          .thenComparingInt(entry -> entry.template.variables())
          .reversed();

  private volatile List<Entry> entries = List.of();
  private volatile boolean hasUntraced;

  Endpoints() {}

  private record Entry(String method, PathTemplate template, boolean traced) {}

  /** Adds an endpoint; one with equal method and template replaces it. */
  public synchronized void add(String method, PathTemplate template, boolean traced) {
    Entry added = new Entry(method, template, traced);
    entries =
        Stream.concat(entries.stream().filter(entry -> !isSame(entry, added)), Stream.of(added))
            .sorted(BEST_FIRST)
            .toList();
    hasUntraced = entries.stream().anyMatch(entry -> !entry.traced);
  }

  private static boolean isSame(Entry one, Entry other) {
    return one.method.equals(other.method) && one.template.text().equals(other.template.text());
  }

  /** Whether to ask further. */
  public boolean hasUntraced() {
    return hasUntraced;
  }

  /**
   * Whether a request goes to an endpoint that is not to be traced.
   *
   * @param path what JAX-RS matches, with or without the slash it begins with
   */
  public boolean isUntraced(String method, String path) {
    for (Entry entry : entries) {
      if (entry.method.equals(method) && entry.template.matches(path)) {
        return !entry.traced;
      }
    }
    return false;
  }
}
