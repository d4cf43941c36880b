// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

/** Stock could not do what it was asked to. */
public class StockFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StockFailedException(int status) {
    super("stock answered " + status);
  }
}
