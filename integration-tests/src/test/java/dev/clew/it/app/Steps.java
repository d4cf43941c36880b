// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Front's bean, every method of which is traced. */
@Traced
@ApplicationScoped
public class Steps {

  @Inject @RestClient BackClient back;

  @Inject
  @ConfigProperty(name = "back/mp-rest/url")
  URI backUri;

  public String askByRestClient(@SpanTag("app.id") String id) {
    return back.item(id);
  }

  public String askByClient(@SpanTag("app.id") String id) {
    Client client = ClientBuilder.newClient();
    try {
      return client.target(backUri).path("items").path(id).request().get(String.class);
    } finally {
      client.close();
    }
  }

  @SpanTag("app.answer")
  public String count(String id) {
    return "counted " + id;
  }

  public String fail(String id) {
    throw new IllegalStateException("no " + id);
  }
}
