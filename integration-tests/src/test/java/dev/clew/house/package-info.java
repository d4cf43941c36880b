// SPDX-License-Identifier: Apache-2.0
/** The rules of the house: arrows between rooms, and documents that say what the code says. */
package dev.clew.house;
