// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

/**
 * A URL that goes on with {@code //host:port,host:port/path?name=value&name=value}, or with {@code
 * ;} or {@code :} before the parameters. Of several hosts the first one counts.
 *
 * @param path {@code null} where there is none
 * @param bare all before the parameters, where there is no host
 * @param parameters with what separates them
 */
record NetworkUrl(Server server, String path, String bare, String parameters) {

  static NetworkUrl parse(String rest) {
    int slashes = rest.indexOf("//");
    if (slashes < 0) {
      int end = endOfPath(rest, 0);
      return new NetworkUrl(Server.UNKNOWN, null, rest.substring(0, end), rest.substring(end));
    }
    int from = slashes + 2;
    int endOfHosts = endOfHosts(rest, from);
    boolean hasPath = endOfHosts < rest.length() && rest.charAt(endOfHosts) == '/';
    int endOfPath = hasPath ? endOfPath(rest, endOfHosts + 1) : endOfHosts;
    return new NetworkUrl(
        firstServer(rest.substring(from, endOfHosts)),
        hasPath ? rest.substring(endOfHosts + 1, endOfPath) : null,
        null,
        rest.substring(endOfPath));
  }

  /** The hosts end at a slash, a question mark or a semicolon behind the last credentials. */
  private static int endOfHosts(String text, int from) {
    int at = from;
    while (at < text.length() && "/?;".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static int endOfPath(String text, int from) {
    int at = from;
    while (at < text.length() && "?;:&".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** MySQL's drivers also have {@code address=(host=h)(port=p)} and {@code (host=h,port=p)}. */
  private static Server firstServer(String hosts) {
    if (hosts.indexOf('(') >= 0) {
      return Server.of(
          Pairs.valueOf(hosts, "host", "=", "),"), Pairs.valueOf(hosts, "port", "=", "),"));
    }
    int comma = hosts.indexOf(',');
    return Server.parse(comma < 0 ? hosts : hosts.substring(0, comma));
  }

  /** {@code null} where it is not given. */
  String parameter(String name) {
    return Pairs.valueOf(parameters, name, "=", "&;");
  }
}
