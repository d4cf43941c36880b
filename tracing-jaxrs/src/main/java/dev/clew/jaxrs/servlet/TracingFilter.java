// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.servlet;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Scope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Owns the server span of a request: started when the request first comes by, ended when its
 * response is complete. Forwards, includes, error pages and asynchronous dispatches of a traced
 * request get no span of their own, only its context. Request and response are passed on as they
 * are, not wrapped. Thread-safe.
 *
 * <p>Registered by {@link TracingInitializer}. Whoever registers it by hand (embedded containers
 * that look for no initializers) should put it first, map it to {@code /*} for all dispatcher types
 * and say that it supports asynchronous requests; registered twice it acts once.
 */
public final class TracingFilter implements Filter {

  private volatile ServletTracing tracing;

  @Override
  public void init(FilterConfig config) {
    try {
      tracing = ServletTracing.start(config.getServletContext());
    } catch (Throwable failure) {
      Guard.failed("start the servlet filter", failure);
    }
  }

  @Override
  public void destroy() {
    ServletTracing running = tracing;
    tracing = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse httpResponse) {
      Dispatch dispatch = Dispatch.of(tracing, http, httpResponse);
      if (dispatch != null) {
        run(dispatch, request, response, chain);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void run(
      Dispatch dispatch, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Scope scope = dispatch.enter();
    try {
      chain.doFilter(request, response);
    } catch (Throwable thrown) {
      dispatch.failed(thrown);
      throw thrown;
    } finally {
      scope.close();
      dispatch.leave();
    }
  }
}
