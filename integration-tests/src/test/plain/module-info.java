// SPDX-License-Identifier: Apache-2.0

/** A program without a server, on the module path. */
module dev.clew.it.plain {
  requires com.h2database;
  requires dev.clew.instrument;
  requires dev.clew.jdbc;
  requires io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires java.naming; // H2 needs it
  requires java.sql;
}
