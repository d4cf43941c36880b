// SPDX-License-Identifier: Apache-2.0
/**
 * The test harness: a strict span collector, a JUnit 5 extension, a validator of what is exported,
 * and contracts that every adapter for HTTP or JMS fulfils. Nothing here is for production.
 */
package dev.clew.testkit;
