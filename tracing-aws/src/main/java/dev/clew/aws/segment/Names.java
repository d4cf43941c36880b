// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.segment;

import dev.clew.aws.otlp.OtlpSpan;
import java.util.Map;

/**
 * Names of segments and subsegments: the service, what a call goes to, or the span's. X-Ray takes
 * 200 letters, digits, blanks and some other characters.
 */
final class Names {

  private static final int MAX_LENGTH = 200;
  private static final String ALLOWED = "_.:/%&#=+\\-@";

  private Names() {}

  static String of(OtlpSpan span, String service) {
    String name = SegmentFields.isSegment(span) ? service : target(span);
    String clean = clean(name);
    return clean.isBlank() ? "unknown" : clean;
  }

  private static String target(OtlpSpan span) {
    Map<String, Object> attributes = span.attributes();
    int dot = span.name().indexOf('.');
    if (AwsFields.isCall(span) && dot > 0) {
      return span.name().substring(0, dot);
    }
    Object server = attributes.get("server.address");
    if (attributes.containsKey("db.system.name")) {
      Object database = attributes.getOrDefault("db.namespace", attributes.get("db.system.name"));
      return server == null ? String.valueOf(database) : database + "@" + server;
    }
    Object destination = attributes.get("messaging.destination.name");
    boolean call = span.kind() == OtlpSpan.CLIENT || span.kind() == OtlpSpan.PRODUCER;
    if (call && (destination != null || server != null)) {
      return String.valueOf(destination != null ? destination : server);
    }
    return span.name();
  }

  private static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints()
        .limit(MAX_LENGTH)
        .map(c -> isAllowed(c) ? c : '_')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(int c) {
    return c < Character.MIN_SUPPLEMENTARY_CODE_POINT
        && (Character.isLetterOrDigit(c) || c == ' ' || ALLOWED.indexOf(c) >= 0);
  }
}
