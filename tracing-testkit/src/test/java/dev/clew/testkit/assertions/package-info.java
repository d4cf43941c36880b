// SPDX-License-Identifier: Apache-2.0
/** What assertions find, and how they say it. */
package dev.clew.testkit.assertions;
