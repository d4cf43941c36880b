// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.testkit.ServerEndpoints;
import io.opentelemetry.context.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** The answers of {@link ContractServlet} that come from other threads. */
final class AsyncAnswers {

  private static final long NEVER = 0;
  private static final long SOON = 200;

  static final Semaphore NEVER_ASKED = new Semaphore(0);

  private AsyncAnswers() {}

  static void answer(
      HttpServletRequest request, HttpServletResponse response, ExecutorService later)
      throws IOException {
    switch (request.getServletPath()) {
      case ServerEndpoints.ASYNC -> {
        AsyncContext async = request.startAsync();
        later.execute(
            Context.current()
                .wrap(() -> ContractServlet.complete(async, ServerEndpoints.item("async"))));
      }
      case ServerEndpoints.ASYNC_EXCEPTION -> {
        AsyncContext async = request.startAsync();
        later.execute(() -> async.dispatch(ServerEndpoints.EXCEPTION));
      }
      case ServerEndpoints.ASYNC_TIMEOUT -> request.startAsync().setTimeout(SOON);
      case ContractServlet.ASYNC_NEVER -> {
        request.startAsync().setTimeout(NEVER);
        NEVER_ASKED.release();
      }
      case ContractServlet.ASYNC_TIMEOUT_ANSWERED -> answerInTime(request.startAsync());
      case ContractServlet.ASYNC_TWICE -> twice(request, response, later);
      case ContractServlet.ASYNC_EARLY -> early(request, response, later);
      default -> response.sendError(404);
    }
  }

  private static void twice(
      HttpServletRequest request, HttpServletResponse response, ExecutorService later)
      throws IOException {
    Object cycle = request.getAttribute("cycle");
    if (cycle == null) {
      request.setAttribute("cycle", 1);
      AsyncContext async = request.startAsync();
      later.execute(async::dispatch);
    } else if (cycle.equals(1)) {
      request.setAttribute("cycle", 2);
      AsyncContext async = request.startAsync();
      later.execute(async::dispatch);
    } else {
      response.getWriter().print(ServerEndpoints.item("twice"));
    }
  }

  /** The other thread is through with its dispatch before the servlet returns. */
  private static void early(
      HttpServletRequest request, HttpServletResponse response, ExecutorService later)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.getWriter().print(ServerEndpoints.item("early"));
      return;
    }
    AsyncContext async = request.startAsync();
    CountDownLatch dispatched = new CountDownLatch(1);
    later.execute(
        () -> {
          async.dispatch();
          dispatched.countDown();
        });
    try {
      dispatched.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answerInTime(AsyncContext async) {
    async.setTimeout(SOON);
    async.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) {
            ((HttpServletResponse) async.getResponse()).setStatus(202);
            async.complete();
          }

          @Override
          public void onComplete(AsyncEvent event) {
            // Nothing to do.
          }

          @Override
          public void onError(AsyncEvent event) {
            // Nothing to do.
          }

          @Override
          public void onStartAsync(AsyncEvent event) {
            // Nothing to do.
          }
        });
  }
}
