// SPDX-License-Identifier: Apache-2.0
/**
 * Traces what Arquillian deploys, and gives tests the spans. Needs Arquillian, which nothing else
 * of the testkit does.
 */
package dev.clew.testkit.arquillian;
