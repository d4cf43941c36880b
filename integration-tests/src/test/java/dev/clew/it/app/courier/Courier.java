// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import dev.clew.api.Traced;
import io.opentelemetry.api.baggage.Baggage;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asynchronous by method, and seen as a class. */
@Stateless
public class Courier {

  private static final CyclicBarrier MEETING = new CyclicBarrier(2);
  private static final CountDownLatch RELEASED = new CountDownLatch(1);

  @EJB Clerk clerk;

  static void release() {
    RELEASED.countDown();
  }

  @Asynchronous
  @Traced(operationName = "deliver")
  public Future<String> deliver(String letter) {
    return new AsyncResult<>(letter + " for " + Baggage.current().getEntryValue("user"));
  }

  /** Two calls are on their way at the same time, or none gets through. */
  @Asynchronous
  @Traced(operationName = "meet")
  public Future<String> meet() throws Exception {
    MEETING.await(20, TimeUnit.SECONDS);
    return new AsyncResult<>("met");
  }

  @Asynchronous
  @Traced(operationName = "refuse")
  public void refuse() {
    throw new IllegalStateException("the courier refuses");
  }

  /** Begins at once, and does its work when the caller has gone. */
  @Asynchronous
  public void fileLater() {
    try {
      RELEASED.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    clerk.file("late");
  }
}
