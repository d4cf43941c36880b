// SPDX-License-Identifier: Apache-2.0
/** The stock service: knows what is on the shelves, and reserves it for orders. */
package dev.clew.shop.stock;
