// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.SqlDialect;

/** URLs of databases that run in the application, or elsewhere where they name a host. */
final class EmbeddedUrl {

  private EmbeddedUrl() {}

  static Database parse(String system, SqlDialect dialect, String rest) {
    int end = rest.indexOf(';');
    String place = end < 0 ? rest : rest.substring(0, end);
    int slashes = place.indexOf("//");
    boolean networked = slashes == 0 || isProtocol(place, slashes);
    if (!networked) {
      return Server.UNKNOWN.database(system, dialect, name(place));
    }
    NetworkUrl url = NetworkUrl.parse(place);
    return url.server().database(system, dialect, url.path() == null ? null : name(url.path()));
  }

  private static boolean isProtocol(String place, int slashes) {
    return slashes > 0 && place.substring(0, slashes).matches("(?i)(tcp|ssl|hsqls?|https?):");
  }

  /** What names the database: without {@code mem:} and the like, and without folders. */
  private static String name(String place) {
    int last = Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\'));
    int colon = place.lastIndexOf(':');
    return place.substring(Math.max(last, colon) + 1);
  }
}
