// SPDX-License-Identifier: Apache-2.0
/** The shipping service: hears of orders by message, and writes down what is to be shipped. */
package dev.clew.shop.shipping;
