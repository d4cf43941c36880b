// SPDX-License-Identifier: Apache-2.0
/** What becomes of archives, without a server. */
package dev.clew.testkit.arquillian;
