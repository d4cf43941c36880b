// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.health;

import dev.clew.api.Traced;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What the collector counts, as Prometheus reads it. */
@Path("/metrics")
@ApplicationScoped
@Traced(false)
public class MetricsResource {

  @Inject PrometheusRegistry registry;

  /** All metrics in Prometheus' text format. */
  @GET
  public Response metrics() throws IOException {
    PrometheusTextFormatWriter writer = new PrometheusTextFormatWriter(false);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape());
    return Response.ok(text.toByteArray()).type(writer.getContentType()).build();
  }
}
