// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.Traced;
import io.opentelemetry.api.baggage.Baggage;
import jakarta.enterprise.context.ApplicationScoped;

/** Back's bean; it tells what baggage came along. */
@ApplicationScoped
public class Shelf {

  @Traced(operationName = "find on shelf")
  public String find(String id) {
    return "item " + id + " for " + Baggage.current().getEntryValue("customer");
  }
}
