// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.console.store.Search;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a search is asked for; see {@link QueryResource#search}. */
final class SearchParameters {

  private static final int MOST_TRACES = 1_000;

  private SearchParameters() {}

  /**
   * What is searched for.
   *
   * @param limit how many traces, unless the question says so
   */
  static Search of(UriInfo uri, int limit) {
    return of(uri.getQueryParameters(), limit);
  }

  /** The same, of a query string that is itself the value of a parameter. */
  static Search nested(Parameters given, String name, int limit) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    String query = given.text(name) == null ? "" : given.text(name);
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.add(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        throw Parameters.wrong(name, query, "a query string, as in service=shop&status=error");
      }
    }
    return of(parameters, limit);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Parameters.wrong("query string", text, "text with what is special as % and its code");
    }
  }

  private static Search of(MultivaluedMap<String, String> parameters, int limit) {
    Parameters given = new Parameters(parameters);
    Search search =
        Search.all((int) given.number("limit", limit, 1, MOST_TRACES))
            .withService(given.text("service"))
            .withOperation(given.text("operation"))
            .withDuration(
                given.duration("minDuration", 0), given.duration("maxDuration", Long.MAX_VALUE))
            .withAttributes(attributes(given.texts("attribute")))
            .withLink(link(given.text("link")))
            .between(
                given.number("from", 0, 0, Long.MAX_VALUE),
                given.number("to", Long.MAX_VALUE, 0, Long.MAX_VALUE));
    String status = given.text("status");
    if (status == null) {
      return search;
    }
    if (status.equals("error")) {
      return search.onlyFailed();
    }
    throw Parameters.wrong("status", status, "error");
  }

  private static Map<String, String> attributes(List<String> pairs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw Parameters.wrong("attribute", pair, "key=value");
      }
      attributes.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return attributes;
  }

  private static String link(String text) {
    if (text == null || text.matches("[0-9a-fA-F]{32}(?:-[0-9a-fA-F]{16})?")) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
    throw Parameters.wrong("link", text, "a trace id, or one with - and a span id");
  }
}
