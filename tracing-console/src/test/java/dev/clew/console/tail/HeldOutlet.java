// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what it is told; what is written is complete when a test says so. */
final class HeldOutlet implements Outlet {

  final List<News> told = new ArrayList<>();
  int probes;
  boolean closed;
  CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

  @Override
  public CompletionStage<?> send(News news) {
    told.add(news);
    return writing;
  }

  @Override
  public CompletionStage<?> probe() {
    probes++;
    return writing;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
