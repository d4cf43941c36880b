// SPDX-License-Identifier: Apache-2.0
/**
 * The test harness: what records or receives spans while a test runs (a JUnit 5 extension with a
 * strict collector, an OTLP receiver), a validator of what is exported, and contracts that every
 * adapter for HTTP, JMS or SQL fulfils. Nothing here is for production.
 */
package dev.clew.testkit;
