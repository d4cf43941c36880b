// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.analysis.Trace;
import dev.clew.analysis.insight.Insights;
import dev.clew.console.otlp.Encoding;
import dev.clew.console.otlp.MalformedException;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.StoreException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;

/** Traces as the page shows them: assembled, with critical path and insights. */
@Path("/api/v1/view")
@ApplicationScoped
public class ViewResource {

  private static final int MOST_BYTES = 64 << 20;

  private static final JsonFactory JSON = new JsonFactory();

  @Inject TraceQueries queries;

  /** One that is kept. */
  @GET
  @Path("/{id}")
  public Response kept(@PathParam("id") String id) throws StoreException {
    return view(queries.trace(Parameters.traceId(id)), "there is no such trace");
  }

  /**
   * One of a file in OTLP's JSON, which is not kept: that with most spans, if there are several.
   */
  @POST
  public Response given(InputStream body) throws IOException {
    byte[] file = body.readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      return Json.error(413, "the file is larger than 64 MB");
    }
    try {
      return view(spans(Encoding.JSON.read(file)), "the file has no span with an id");
    } catch (MalformedException malformed) {
      return Json.error(400, "the file is not OTLP JSON: " + malformed.getMessage());
    }
  }

  private static List<KeptSpan> spans(ExportTraceServiceRequest file) {
    return KeptSpan.of(file.getResourceSpansList()).stream()
        .filter(span -> !span.span().getTraceId().isEmpty() && !span.span().getSpanId().isEmpty())
        .toList();
  }

  private static Response view(List<KeptSpan> spans, String otherwise) {
    return AnalysisSpans.traces(spans).stream()
        .max(Comparator.comparingInt(Trace::size))
        .map(trace -> Response.ok(document(trace), MediaType.APPLICATION_JSON).build())
        .orElseGet(() -> Json.error(404, otherwise));
  }

  private static StreamingOutput document(Trace trace) {
    return output -> {
      try (JsonGenerator json = JSON.createGenerator(output)) {
        new TraceDocument(trace, Insights.of(trace), json).write();
      }
    };
  }
}
