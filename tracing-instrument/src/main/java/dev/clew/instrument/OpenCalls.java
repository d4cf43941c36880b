// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import java.util.List;

/**
 * The client calls that have no answer yet. Only for clients that do not tell when a connection
 * fails: there a call that is bound to a thread has failed when that thread goes on to other work,
 * and any other when everybody has forgotten it. Thread-safe.
 */
public final class OpenCalls {

  private static final Strays<Call> ALL = new Strays<>();

  private OpenCalls() {}

  /** A call under way; must not refer to what stands for it. */
  public interface Call extends Strays.Stray {

    /** The thread that waits for the answer; {@code null} where none does. */
    Thread waiting();

    /** The call has failed with what the client threw. */
    void failed(Throwable thrown);
  }

  /**
   * Adds a call.
   *
   * @param token lives as long as the call
   */
  public static Strays.Watch<Call> add(Object token, Call call) {
    return ALL.watch(token, call);
  }

  /** An answer has come. */
  public static void remove(Strays.Watch<Call> watch) {
    ALL.release(watch);
  }

  /** This thread has done what it was given: a call that it waited for has failed. */
  public static void leaveThread() {
    if (!ALL.isEmpty()) {
      takeWaiting().forEach(Call::giveUp);
    }
  }

  /** The client has thrown on this thread, which waited for it. */
  public static void failedHere(Throwable thrown) {
    for (Call call : takeWaiting()) {
      call.failed(thrown);
    }
  }

  private static List<Call> takeWaiting() {
    Thread here = Thread.currentThread();
    return ALL.takeIf(call -> call.waiting() == here);
  }
}
