// SPDX-License-Identifier: Apache-2.0
/** What a JDBC URL says of the database; each driver has its own form, none of them standard. */
package dev.clew.jdbc.url;
