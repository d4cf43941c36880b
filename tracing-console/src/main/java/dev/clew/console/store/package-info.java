// SPDX-License-Identifier: Apache-2.0
/** What a store is: a port to write by and one to read by. How spans are kept is in rooms below. */
package dev.clew.console.store;
