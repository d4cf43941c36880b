// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.async;

import dev.clew.api.Traced;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.CompletableFuture;

/** Does the work, wherever it is left to. */
@ApplicationScoped
public class Worker {

  @Traced(operationName = "work")
  public String work() {
    return "done";
  }

  @Traced(operationName = "work")
  public void fail() {
    throw new IllegalStateException("tired");
  }

  @Asynchronous
  @Traced(operationName = "work")
  public CompletableFuture<String> workLater() {
    return Asynchronous.Result.complete("done");
  }

  @Traced(operationName = "work")
  public void observe(@ObservesAsync Order order) {
    order.done();
  }
}
