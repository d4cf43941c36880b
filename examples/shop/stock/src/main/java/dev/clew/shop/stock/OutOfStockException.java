// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.stock;

/** There is not enough of a product. */
public class OutOfStockException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public OutOfStockException(String sku, int wanted) {
    super("out of stock: " + sku + ", " + wanted + " wanted");
  }
}
