// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import jakarta.ejb.Local;

/** A business interface, which knows nothing of tracing. */
@Local
public interface Ledger {

  String book(String entry);
}
