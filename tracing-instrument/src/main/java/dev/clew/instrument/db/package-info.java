// SPDX-License-Identifier: Apache-2.0
/**
 * What spans of databases say, by OpenTelemetry's semantic conventions 1.44, and how SQL is read
 * for that: literals are taken out and a short name is made. Adapters say which database, which
 * statement, and how it went; nothing here knows a driver.
 */
package dev.clew.instrument.db;
