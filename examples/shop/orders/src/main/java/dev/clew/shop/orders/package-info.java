// SPDX-License-Identifier: Apache-2.0
/**
 * The orders service: takes orders, prices them, asks the stock service to reserve what is in them,
 * and tells the shipping service.
 */
package dev.clew.shop.orders;
