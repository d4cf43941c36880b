// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a reader sees: files, and the table of what is in none yet. Immutable.
 *
 * @param files in the order of their numbers
 * @param staging a table's name
 */
record Catalogue(List<DataFile> files, String staging) {

  Catalogue {
    files = List.copyOf(files);
  }

  /** With one file less or more, or both, in one step. */
  Catalogue with(List<DataFile> gone, List<DataFile> added) {
    List<DataFile> next = new ArrayList<>(files);
    next.removeAll(gone);
    next.addAll(added);
    next.sort((a, b) -> Long.compare(a.number(), b.number()));
    return new Catalogue(next, staging);
  }

  Catalogue withStaging(String table) {
    return new Catalogue(files, table);
  }

  long bytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  long rows() {
    return files.stream().mapToLong(DataFile::rows).sum();
  }

  /** What may hold spans that start in a time, as a table expression. */
  String sql(long from, long to) {
    String staged = "SELECT * FROM " + staging;
    List<DataFile> within = files.stream().filter(file -> file.overlaps(from, to)).toList();
    return within.isEmpty()
        ? "(" + staged + ")"
        : "(" + Sql.files(within) + " UNION ALL BY NAME " + staged + ")";
  }
}
