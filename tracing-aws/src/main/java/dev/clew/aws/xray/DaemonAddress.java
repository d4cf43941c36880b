// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

/** Where an X-Ray daemon takes datagrams. */
record DaemonAddress(String host, int port) {

  /** Where it is unless somebody says otherwise. */
  static final DaemonAddress USUAL = new DaemonAddress("127.0.0.1", 2000);

  private static final String UDP = "udp:";

  /**
   * Reads what {@code AWS_XRAY_DAEMON_ADDRESS} may hold: {@code host:port}, or {@code tcp:host:port
   * udp:host:port} in any order.
   *
   * @throws IllegalArgumentException where it is neither
   */
  static DaemonAddress parse(String text) {
    String[] parts = text.strip().split("\\s+");
    for (String part : parts) {
      if (part.startsWith(UDP)) {
        return hostAndPort(part.substring(UDP.length()));
      }
    }
    if (parts.length != 1 || parts[0].startsWith("tcp:")) {
      throw new IllegalArgumentException("no address for datagrams");
    }
    return hostAndPort(parts[0]);
  }

  private static DaemonAddress hostAndPort(String text) {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    if (colon < 1 || port < 1 || port > 0xffff) {
      throw new IllegalArgumentException("not a host and a port");
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new DaemonAddress(bracketed ? host.substring(1, host.length() - 1) : host, port);
  }
}
