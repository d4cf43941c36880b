// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.query;

import dev.clew.api.Traced;
import dev.clew.console.tail.Tail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** What comes in, as it comes. */
@Path("/api/v1/tail")
@ApplicationScoped
public class TailResource {

  private static final int TRACES_A_SECOND = 50;

  @Inject Tail tail;

  /**
   * Server-sent events {@code traces}, at most one a second: traces of which a span came in that
   * has all that is asked for, with the parameters of {@link QueryResource#search}, where {@code
   * limit} is how many are told of a second; and about how many more there were.
   */
  @GET
  @Traced(false) // For as long as somebody looks: the slowest request of all.
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context UriInfo uri, @Context SseEventSink sink, @Context Sse sse) {
    if (!tail.listen(SearchParameters.of(uri, TRACES_A_SECOND), new EventOutlet(sink, sse))) {
      throw new WebApplicationException(
          Json.error(503, "as many as can listen do so already: close one, or search instead"));
    }
  }
}
