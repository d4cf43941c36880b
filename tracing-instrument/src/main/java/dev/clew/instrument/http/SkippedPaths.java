// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.InstrumentOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests that get no server span. Without patterns, a look at a few characters of the path.
 * Immutable.
 */
final class SkippedPaths {

  /** Regular expressions may need much time and stack for long texts. */
  private static final int MAX_LENGTH = 1024;

  private static final String[] PROBES = {"/health", "/metrics", "/openapi"};

  private final boolean skipsProbes;
  private final List<Predicate<String>> patterns = new ArrayList<>();

  SkippedPaths(Settings settings) {
    this.skipsProbes = settings.get(InstrumentOptions.HTTP_SERVER_SKIP_PROBES);
    add(InstrumentOptions.HTTP_SERVER_SKIP_PATTERN, settings);
    add(InstrumentOptions.HTTP_SERVER_SKIP, settings);
  }

  private void add(Option<Predicate<String>> option, Settings settings) {
    if (settings.isSet(option)) {
      patterns.add(settings.get(option));
    }
  }

  /** Whether this path, or what follows the context path, is left out. */
  boolean contains(String path, HttpServerRequest request) {
    try {
      String contextPath = request.contextPath();
      return matches(path, 0)
          || isBelow(contextPath, path, 0) && matches(path, contextPath.length());
    } catch (Throwable failure) {
      Guard.failed("match a path with the patterns of requests to skip", failure);
      return false;
    }
  }

  /** Whether what the path has from there on does. */
  private boolean matches(String path, int from) {
    if (skipsProbes && isProbe(path, from)) {
      return true;
    }
    for (Predicate<String> pattern : patterns) {
      if (pattern.test(Cut.to(MAX_LENGTH, path.substring(from)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProbe(String path, int from) {
    for (String probe : PROBES) {
      if (isBelow(probe, path, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the path, from there on, is that one, or goes on from it with a slash. */
  private static boolean isBelow(String start, String path, int from) {
    if (start == null || start.isEmpty() || !path.startsWith(start, from)) {
      return false;
    }
    int end = from + start.length();
    return path.length() == end || path.charAt(end) == '/';
  }
}
