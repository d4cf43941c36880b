// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.tail;

import java.util.concurrent.CompletionStage;

/** Where one listener is told what came in. One thread at a time uses it. */
public interface Outlet {

  /**
   * Tells what came in; nothing else is sent before the stage is complete.
   *
   * @return complete when it was written, or could not be
   */
  CompletionStage<?> send(News news);

  /** Writes something that means nothing, to see whether anybody is there. */
  CompletionStage<?> probe();

  /** Whether the listener is gone. */
  boolean isClosed();

  /** Ends it. */
  void close();
}
