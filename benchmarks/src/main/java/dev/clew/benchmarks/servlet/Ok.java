// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collection;
import java.util.List;

/** A response that went well, without headers. */
public final class Ok extends HttpServletResponseWrapper {

  /** Answers what no filter asks for. */
  private static final HttpServletResponse REST = Context.silent(HttpServletResponse.class, null);

  /** One that has yet to be sent. */
  public Ok() {
    super(REST);
  }

  @Override
  public int getStatus() {
    return SC_OK;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return List.of();
  }

  @Override
  public boolean isCommitted() {
    return true;
  }
}
