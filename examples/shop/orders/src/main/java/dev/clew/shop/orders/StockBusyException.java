// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

/** Stock takes no more for now; it may later. */
public class StockBusyException extends StockFailedException {

  private static final long serialVersionUID = 1;

  public StockBusyException(int status) {
    super(status);
  }
}
