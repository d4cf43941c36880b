// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/**
 * Ends connections on which a request does not arrive in time. Who reads a request gives up sooner
 * and answers; but the server then waits for the rest of it, on a thread that others need.
 */
final class Deadline implements HttpHandler {

  private final HttpHandler next;
  private final Duration time;

  Deadline(HttpHandler next, Duration time) {
    this.next = next;
    this.time = time;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!exchange.isRequestComplete()) {
      var end =
          exchange
              .getIoThread()
              .executeAfter(() -> end(exchange), time.toMillis(), TimeUnit.MILLISECONDS);
      exchange.addExchangeCompleteListener(
          (done, others) -> {
            end.remove();
            others.proceed();
          });
    }
    next.handleRequest(exchange);
  }

  private static void end(HttpServerExchange exchange) {
    if (!exchange.isRequestComplete()) {
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}
