// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import dev.clew.testkit.ServerEndpoints;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The application of the contract as a servlet. */
public final class ContractServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Where the error page is. */
  public static final String ERROR_VIEW = "/error-view";

  /** Goes through another asynchronous cycle in the dispatch that follows the first. */
  public static final String ASYNC_TWICE = "/async-twice";

  /** Answers in a listener when the time is over. */
  public static final String ASYNC_TIMEOUT_ANSWERED = "/async-timeout-answered";

  /** Dispatches from another thread before the servlet returns. */
  public static final String ASYNC_EARLY = "/async-early";

  /** Never completes; for undeployment. */
  public static final String ASYNC_NEVER = "/async-never";

  /** An exception that the servlet API wraps. */
  public static final String WRAPPED_EXCEPTION = "/wrapped-exception";

  /** An exception after the response has gone. */
  public static final String LATE_EXCEPTION = "/late-exception";

  /** Says which attributes and classes a servlet sees. */
  public static final String SEEN = "/seen";

  private transient ExecutorService later;

  /** What it is to be mapped to. */
  public static List<String> mappings() {
    return List.of(
        ServerEndpoints.HELLO,
        "/items/*",
        ServerEndpoints.BAGGAGE,
        ServerEndpoints.BAD,
        ServerEndpoints.UNAVAILABLE,
        ServerEndpoints.REDIRECT,
        ServerEndpoints.HEADER,
        ServerEndpoints.EXCEPTION,
        ServerEndpoints.ASYNC,
        ServerEndpoints.ASYNC_EXCEPTION,
        ServerEndpoints.ASYNC_TIMEOUT,
        ServerEndpoints.ERROR_PAGE,
        ServerEndpoints.FORWARD,
        ServerEndpoints.INCLUDE,
        ServerEndpoints.STREAM,
        ERROR_VIEW,
        ASYNC_TWICE,
        ASYNC_TIMEOUT_ANSWERED,
        ASYNC_EARLY,
        ASYNC_NEVER,
        WRAPPED_EXCEPTION,
        LATE_EXCEPTION,
        SEEN);
  }

  /** Waits until somebody has asked for {@link #ASYNC_NEVER}. */
  public static void awaitNever() throws InterruptedException {
    AsyncAnswers.NEVER_ASKED.acquire();
  }

  @Override
  public void init() {
    later = Executors.newFixedThreadPool(4);
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (path(request)) {
      case ServerEndpoints.HELLO -> response.getWriter().print(ServerEndpoints.HELLO_TEXT);
      case "/items" -> item(request, response);
      case ServerEndpoints.BAGGAGE -> response.getWriter().print(ServerEndpoints.baggage());
      case ServerEndpoints.BAD -> response.sendError(400);
      case ServerEndpoints.UNAVAILABLE -> response.setStatus(503);
      case ServerEndpoints.REDIRECT -> response.sendRedirect("hello");
      case ServerEndpoints.HEADER -> response.setHeader("X-Answer", "42");
      case ServerEndpoints.EXCEPTION -> throw new ServerEndpoints.PlannedFailure();
      case ServerEndpoints.ERROR_PAGE -> response.sendError(500);
      case ServerEndpoints.FORWARD ->
          request.getRequestDispatcher(ServerEndpoints.HELLO).forward(request, response);
      case ServerEndpoints.INCLUDE ->
          request.getRequestDispatcher(ServerEndpoints.HELLO).include(request, response);
      case ServerEndpoints.STREAM -> stream(response.getOutputStream());
      case ERROR_VIEW -> response.getWriter().print("sorry");
      case WRAPPED_EXCEPTION -> throw new ServletException(new ServerEndpoints.PlannedFailure());
      case LATE_EXCEPTION -> {
        response.getWriter().print("so far");
        response.flushBuffer();
        throw new ServerEndpoints.PlannedFailure();
      }
      case SEEN -> response.getWriter().print(request.getClass().getName());
      default -> AsyncAnswers.answer(request, response, later);
    }
  }

  /** That of the include, where it is one. */
  private static String path(HttpServletRequest request) {
    Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
    return included == null ? request.getServletPath() : included.toString();
  }

  private static void item(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(ServerEndpoints.item(request.getPathInfo().substring(1)));
  }

  private static void stream(OutputStream out) throws IOException {
    byte[] block = new byte[1 << 16];
    for (int written = 0; written < ServerEndpoints.STREAM_BYTES; written += block.length) {
      out.write(block);
    }
  }

  static void complete(AsyncContext async, String text) {
    try {
      async.getResponse().getWriter().print(text);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    } finally {
      async.complete();
    }
  }
}
