// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where Clew deliberately injects something else than what was recorded, and why. */
final class InjectDeviations {

  /**
   * @param recorded what was injected instead, which tells the recorded case from others
   * @param expected what Clew injects into the same header
   */
  record Deviation(String header, String recorded, String expected, String reason) {}

  static final List<Deviation> ALL =
      List.of(
          new Deviation(
              "baggage",
              "k=v,sp=a%20b%2Cc%3Bd%3D%C3%A9;m%3D1",
              "k=v,sp=a%20b%2Cc%3Bd%3D%C3%A9;m=1",
              "a property's equals sign is no part of its value and must not be encoded"),
          new Deviation(
              "uberctx-sp",
              "a b,c;d=\u00e9",
              "a%20b,c;d=%C3%A9",
              "Jaeger's clients percent-encode; nothing but printable ASCII is injected"));

  private InjectDeviations() {}

  static List<Deviation> of(JsonNode recorded) {
    return ALL.stream()
        .filter(
            deviation ->
                deviation.recorded.equals(
                    recorded.get("headers").path(deviation.header).textValue()))
        .toList();
  }
}
