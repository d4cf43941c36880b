// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.SqlDialect;
import java.util.Objects;

/** Oracle's URLs: {@code thin:user/password@...} with several forms behind the last at sign. */
final class OracleUrl {

  private OracleUrl() {}

  static Database parse(String rest) {
    String target = rest.substring(rest.lastIndexOf('@') + 1);
    if (target.startsWith("(")) {
      return descriptor(target);
    }
    int parameters = target.indexOf('?');
    String plain = parameters < 0 ? target : target.substring(0, parameters);
    int slashes = plain.indexOf("//");
    String place = slashes < 0 ? plain : plain.substring(slashes + 2);
    boolean networked = slashes >= 0 || place.indexOf('/') >= 0 || place.indexOf(':') >= 0;
    return networked
        ? place(place)
        : Server.UNKNOWN.database("oracle.db", SqlDialect.ORACLE, place);
  }

  private static Database descriptor(String text) {
    String service = Pairs.valueOf(text, "SERVICE_NAME", "=", ")");
    String name = Objects.requireNonNullElse(service, "");
    return Server.of(Pairs.valueOf(text, "HOST", "=", ")"), Pairs.valueOf(text, "PORT", "=", ")"))
        .database(
            "oracle.db",
            SqlDialect.ORACLE,
            name.isEmpty() ? Pairs.valueOf(text, "SID", "=", ")") : name);
  }

  /** {@code host:port/service}, {@code host/service} or {@code host:port:sid}. */
  private static Database place(String place) {
    int slash = place.indexOf('/');
    int colon = place.lastIndexOf(':');
    boolean sid = slash < 0 && colon > place.indexOf(':');
    int end = slash >= 0 ? slash : sid ? colon : place.length();
    String name = end < place.length() ? place.substring(end + 1) : null;
    int mode = name == null ? -1 : name.indexOf(':');
    return Server.parse(place.substring(0, end))
        .database("oracle.db", SqlDialect.ORACLE, mode < 0 ? name : name.substring(0, mode));
  }
}
