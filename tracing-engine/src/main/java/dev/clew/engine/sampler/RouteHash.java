// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.sampler;

/**
 * Which route a span that starts belongs to, as far as can be told. A server span's route is known
 * only once the request has found its resource; until then its path stands for it, in which
 * segments that look like values (they have a digit, or are long) are all alike. Everything else
 * goes by the span's name.
 */
final class RouteHash {

  private static final int MAX_PATH = 256;
  private static final int MAX_SEGMENT = 32;
  private static final long VALUE = '*';

  private RouteHash() {}

  static long of(Candidate candidate) {
    Object route = candidate.attribute("http.route");
    Object path = route == null ? candidate.attribute("url.path") : null;
    long name = mix(candidate.kind().ordinal(), candidate.name().hashCode());
    if (path instanceof String text) {
      return ofPath(name, text);
    }
    return route == null ? name : mix(name, route.hashCode());
  }

  private static long ofPath(long start, String path) {
    long hash = start;
    int end = Math.min(path.length(), MAX_PATH);
    for (int from = 0; from < end; ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? end : Math.min(slash, end);
      hash = mix(hash, segment(path, from, to));
      from = to + 1;
    }
    return hash;
  }

  private static long segment(String path, int from, int to) {
    if (to - from > MAX_SEGMENT) {
      return VALUE;
    }
    long hash = 0;
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      if (c >= '0' && c <= '9') {
        return VALUE;
      }
      hash = 31 * hash + c;
    }
    return hash;
  }

  private static long mix(long hash, long next) {
    long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
  }
}
