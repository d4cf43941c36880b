// SPDX-License-Identifier: Apache-2.0
/** What an application on a real server gets from the drop-in, seen from outside. */
package dev.clew.it;
