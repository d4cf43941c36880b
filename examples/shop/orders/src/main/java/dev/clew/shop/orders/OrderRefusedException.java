// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

/** The shop does not take an order; the message says why. */
public class OrderRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public OrderRefusedException(String message) {
    super(message);
  }
}
