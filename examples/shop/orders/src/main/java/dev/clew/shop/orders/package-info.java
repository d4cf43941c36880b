// SPDX-License-Identifier: Apache-2.0
/**
 * The orders service: takes orders, prices them, and asks the stock service to reserve what is in
 * them.
 */
package dev.clew.shop.orders;
