// SPDX-License-Identifier: Apache-2.0
/**
 * The store by default: Parquet files, one directory an hour, written and read by an embedded
 * DuckDB. Any DuckDB can read them, at any time.
 */
package dev.clew.console.store.duckdb;
