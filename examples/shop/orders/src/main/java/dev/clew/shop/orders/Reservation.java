// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import java.util.List;

/** What stock is asked to keep for an order. */
public record Reservation(String orderId, List<Item> items) {}
