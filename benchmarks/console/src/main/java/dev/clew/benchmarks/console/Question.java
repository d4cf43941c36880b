// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.console;

import java.util.List;

/**
 * What the collector is asked.
 *
 * @param name for people
 * @param path with its parameters
 * @param isSearch whether it counts for how long a search takes
 */
record Question(String name, String path, boolean isSearch) {

  private static final String SEARCH = "/api/v1/traces?limit=20";

  /**
   * All of them.
   *
   * @param traces how many traces there are
   */
  static List<Question> all(long traces) {
    String rare = "&attribute=order.id%3D" + traces / 3;
    return List.of(
        search("the latest", ""),
        search("a service", "&service=service-7"),
        search("a service's operation", "&service=service-7&operation=operation-33"),
        search("a duration", "&minDuration=2s"),
        search("a status", "&status=error"),
        search("a service, status and duration", "&service=service-7&status=error&minDuration=1s"),
        search("an attribute of many spans", "&attribute=http.response.status_code%3D500"),
        search("an attribute of one in 10,000", "&attribute=user.id%3D77"),
        search("an attribute of a service", "&service=service-7&attribute=user.id%3D77"),
        search("an attribute of one trace", rare),
        search("an attribute of none", "&attribute=user.id%3Dnobody"),
        new Question("services", "/api/v1/services", false),
        new Question("operations", "/api/v1/services/service-7/operations", false),
        new Question("a trace of 8 spans", trace("traces", traces / 3), false),
        new Question("a trace of 10,000 spans", trace("traces", Traffic.LARGE), false),
        new Question("the same for the page", trace("view", Traffic.LARGE), false));
  }

  private static Question search(String name, String conditions) {
    return new Question("search: " + name, SEARCH + conditions, true);
  }

  private static String trace(String resource, long number) {
    return "/api/v1/" + resource + "/" + Traffic.traceId(number);
  }
}
