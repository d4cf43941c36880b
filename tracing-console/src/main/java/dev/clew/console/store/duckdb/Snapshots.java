// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The catalogue as it changes: whoever reads keeps what it began with, and what a change has left
 * over goes when the last such reader is done. Safe for use by several threads.
 */
final class Snapshots {

  /** A catalogue in use, until it is closed. */
  final class Lease implements AutoCloseable {

    private final Version version;

    private Lease(Version version) {
      this.version = version;
    }

    Catalogue catalogue() {
      return version.catalogue;
    }

    @Override
    public void close() {
      leave(version);
    }
  }

  private static final class Version {
    final Catalogue catalogue;
    Runnable cleanup;
    int readers;

    Version(Catalogue catalogue) {
      this.catalogue = catalogue;
    }
  }

  /** Oldest first; the last is the present one. */
  private final Deque<Version> versions = new ArrayDeque<>();

  Snapshots(Catalogue first) {
    versions.add(new Version(first));
  }

  synchronized Lease lease() {
    Version present = versions.getLast();
    present.readers++;
    return new Lease(present);
  }

  synchronized Catalogue present() {
    return versions.getLast().catalogue;
  }

  /**
   * Changes what readers see from now on.
   *
   * @param cleanup run when nobody sees any more what was before
   */
  void change(UnaryOperator<Catalogue> change, Runnable cleanup) {
    List<Runnable> due;
    synchronized (this) {
      Version before = versions.getLast();
      before.cleanup = cleanup;
      versions.add(new Version(change.apply(before.catalogue)));
      due = due();
    }
    due.forEach(Runnable::run);
  }

  private void leave(Version version) {
    List<Runnable> due;
    synchronized (this) {
      version.readers--;
      due = due();
    }
    due.forEach(Runnable::run);
  }

  /** In order: a file that one change has left over may still be read by an older version. */
  private List<Runnable> due() {
    List<Runnable> due = new ArrayList<>();
    while (versions.size() > 1 && versions.getFirst().readers == 0) {
      due.add(versions.removeFirst().cleanup);
    }
    return due;
  }
}
