// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

/**
 * The properties behind a baggage member's value (W3C Baggage, "property"), which OpenTelemetry
 * takes for one opaque text of metadata. That text is kept as it stands in the header, without the
 * white space: decoding would lose which semicolons separate properties.
 */
final class BaggageProperties {

  private BaggageProperties() {}

  /**
   * Appends the properties of a range as they may stand in a header: no white space, values
   * percent-encoded where they are not already. What has no valid key is left out.
   *
   * @param limit how long {@code out} may become
   * @return whether they fitted; where they did not, {@code out} holds a part of them
   */
  static boolean tidy(CharSequence text, int from, int to, StringBuilder out, int limit) {
    int start = out.length();
    int i = from;
    while (i < to && out.length() <= limit) {
      int semicolon = Scan.indexOf(text, ';', i, to);
      property(text, i, semicolon, out, start, limit);
      i = semicolon + 1;
    }
    return out.length() <= limit;
  }

  private static void property(
      CharSequence text, int from, int to, StringBuilder out, int start, int limit) {
    int key = Scan.skipSpace(text, from, to);
    int keyEnd = CharClass.TOKEN.end(text, key, to);
    int equals = Scan.skipSpace(text, keyEnd, to);
    if (key == keyEnd || equals < to && text.charAt(equals) != '=') {
      return;
    }
    out.append(out.length() > start ? ";" : "").append(text, key, keyEnd);
    if (equals < to) {
      int value = Scan.skipSpace(text, equals + 1, to);
      int valueEnd = Scan.trimEnd(text, value, to);
      Percent.encode(text, value, valueEnd, CharClass.BAGGAGE_OCTET, out.append('='), limit);
    }
  }
}
