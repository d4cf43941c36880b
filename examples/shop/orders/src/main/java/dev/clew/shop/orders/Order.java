// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.orders;

import java.util.List;

/** An order that was taken; its goods are reserved. */
public record Order(String id, String customer, List<Item> items, long totalCents) {}
