// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import dev.clew.api.Traced;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;

/** A stateful bean. */
@Traced
@Stateful
public class Basket {

  private int items;

  public int add() {
    return ++items;
  }

  @Remove
  public int checkOut() {
    return items;
  }
}
