// SPDX-License-Identifier: Apache-2.0
/**
 * Assertions of traces and spans, for whoever tests what is recorded; how it is recorded is not
 * seen here.
 */
package dev.clew.testkit.assertions;
