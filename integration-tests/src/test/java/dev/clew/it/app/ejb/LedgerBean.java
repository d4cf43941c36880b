// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.ejb.Stateless;

/** A bean that is seen through its interface only. */
@Stateless
public class LedgerBean implements Ledger {

  @Traced(operationName = "book an entry")
  @Override
  public String book(@SpanTag("app.entry") String entry) {
    return "booked " + entry;
  }
}
