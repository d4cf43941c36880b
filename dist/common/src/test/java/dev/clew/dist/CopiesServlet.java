// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Says how many times the application's class loader finds OpenTelemetry's API. */
@WebServlet("/copies")
public class CopiesServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            Collections.list(
                    getClass()
                        .getClassLoader()
                        .getResources("io/opentelemetry/api/OpenTelemetry.class"))
                .size());
  }
}
