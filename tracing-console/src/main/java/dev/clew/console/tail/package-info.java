// SPDX-License-Identifier: Apache-2.0

/**
 * What comes in, told as it comes to those who listen. What was there before is asked of the store.
 */
package dev.clew.console.tail;
