// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.Traced;
import dev.clew.console.access.Open;
import dev.clew.console.otlp.Encoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.regex.Pattern;

/** OTLP/HTTP: <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">the protocol</a>. */
@Path("/v1/traces")
@Open
@ApplicationScoped
@Traced(false)
public class TracesResource {

  /** Seconds after which a sender is to come back: about what the store needs to catch up. */
  private static final int RETRY_AFTER = 2;

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

  /** How many spans Clew's sender has lost since it started. */
  private static final String DROPPED = "Clew-Dropped";

  @Inject Intake intake;
  @Inject Door door;

  /** Takes spans; they are on the disk when the answer is 200. */
  @POST
  public Response export(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String packing,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(DROPPED) String dropped) {
    Response answer = answer(body, contentType, packing, authorization, number(dropped));
    intake.ingest().answered(answer.getStatus());
    return answer;
  }

  private Response answer(
      InputStream body, String contentType, String packing, String authorization, long dropped) {
    Encoding encoding = Encoding.of(contentType);
    Encoding ofAnswer = encoding == null ? Encoding.JSON : encoding;
    try {
      if (!door.isOpenTo(authorization)) {
        throw Refusal.forGood(401, "a bearer token is asked for");
      }
      if (encoding == null) {
        throw Refusal.forGood(
            415,
            "Content-Type may be %s or %s"
                .formatted(Encoding.PROTOBUF.mediaType(), Encoding.JSON.mediaType()));
      }
      return Response.ok(encoding.write(intake.ingest().take(body, packing, encoding, dropped)))
          .type(encoding.mediaType())
          .build();
    } catch (Refusal refusal) {
      return refused(refusal, ofAnswer);
    }
  }

  /** A header's number; 0 where it is none, or none that anybody could count to. */
  private static long number(String text) {
    return text != null && COUNT.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static Response refused(Refusal refusal, Encoding encoding) {
    Response.ResponseBuilder answer =
        Response.status(refusal.status())
            .entity(ErrorStatus.of(refusal.getMessage(), encoding))
            .type(encoding.mediaType());
    if (refusal.isForNow()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    if (refusal.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }
}
