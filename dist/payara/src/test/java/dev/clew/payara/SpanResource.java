// SPDX-License-Identifier: Apache-2.0
package dev.clew.payara;

import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Uses the OpenTelemetry that a Payara gives to its applications. */
@Path("span")
@RequestScoped
public class SpanResource {

  @Inject private Tracer tracer;

  @GET
  public void span() {
    tracer.spanBuilder("step").startSpan().end();
  }
}
