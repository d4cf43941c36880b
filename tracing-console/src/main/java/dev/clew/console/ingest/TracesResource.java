// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import dev.clew.api.Traced;
import dev.clew.console.otlp.Encoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** OTLP/HTTP: <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">the protocol</a>. */
@Path("/v1/traces")
@ApplicationScoped
@Traced(false)
public class TracesResource {

  /** Seconds after which a sender is to come back: about what the store needs to catch up. */
  private static final int RETRY_AFTER = 2;

  @Inject Intake intake;
  @Inject Door door;

  /** Takes spans; they are on the disk when the answer is 200. */
  @POST
  public Response export(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) String packing,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    Response answer = answer(body, contentType, packing, authorization);
    intake.ingest().answered(answer.getStatus());
    return answer;
  }

  private Response answer(
      InputStream body, String contentType, String packing, String authorization) {
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
      return Response.ok(encoding.write(intake.ingest().take(body, packing, encoding)))
          .type(encoding.mediaType())
          .build();
    } catch (Refusal refusal) {
      return refused(refusal, ofAnswer);
    }
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
