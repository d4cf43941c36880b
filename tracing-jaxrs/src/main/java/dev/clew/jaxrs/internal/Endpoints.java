// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The JAX-RS endpoints of one application, so that whoever starts a server span can tell before
 * matching that an endpoint is not to be traced. Costs nothing where all are. Holds no class of the
 * application. Thread-safe.
 *
 * <p>An endpoint is known from when JAX-RS configures it, which is when the application starts,
 * unless that leaves it to the first request.
 */
public final class Endpoints {

  private volatile List<Entry> entries = List.of();
  private volatile boolean hasUntraced;

  Endpoints() {}

  private static final class Entry implements Comparable<Entry> {

    private final String method;
    private final PathTemplate template;
    private final boolean traced;

    Entry(String method, PathTemplate template, boolean traced) {
      this.method = method;
      this.template = template;
      this.traced = traced;
    }

    boolean isSameAs(Entry other) {
      return method.equals(other.method) && template.text().equals(other.template.text());
    }

    /** Literal characters beat variables (Jakarta RESTful Web Services 3.1, section 3.7.2). */
    @Override
    public int compareTo(Entry other) {
      int literal = other.template.literalCharacters() - template.literalCharacters();
      return literal != 0 ? literal : other.template.variables() - template.variables();
    }
  }

  /** Adds an endpoint; one with equal method and template replaces it. */
  public synchronized void add(String method, PathTemplate template, boolean traced) {
    Entry added = new Entry(method, template, traced);
    List<Entry> all = new ArrayList<>(List.of(added));
    boolean untraced = !traced;
    for (Entry entry : entries) {
      if (!entry.isSameAs(added)) {
        all.add(entry);
        untraced |= !entry.traced;
      }
    }
    Collections.sort(all);
    entries = List.copyOf(all);
    hasUntraced = untraced;
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
