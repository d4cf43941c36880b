// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private final Routes routes;

  RoutesTest() throws NoSuchMethodException {
    routes = new Routes(Endpoint.of(Items.class, Items.class.getMethod("item")));
  }

  /** Any. */
  @Path("items")
  public static class Items {

    @GET
    @Path("{id}")
    public String item() {
      return "";
    }
  }

  @Test
  void isTheSameObjectForRequestsOfOneApplication() {
    Routes.Route first = route("/shop/api", "/items/1");

    assertThat(first.full()).isEqualTo("/shop/api/items/{id}");
    assertThat(route("/shop/api", "/items/22")).isSameAs(first);
  }

  @Test
  void isBelowThePathOfEachApplication() {
    assertThat(route("/shop/api", "/items/1").full()).isEqualTo("/shop/api/items/{id}");
    assertThat(route("/shop/old", "/items/1").full()).isEqualTo("/shop/old/items/{id}");
    assertThat(route("", "/items/1").full()).isEqualTo("/items/{id}");
  }

  @Test
  void needsNotKnowThePathOfTheRequest() {
    assertThat(routes.of(uri("/shop/api", "/items/1"), null).full())
        .isEqualTo("/shop/api/items/{id}");
    assertThat(routes.of(uri("/shop/old", "/items/1"), "/rewritten").full())
        .isEqualTo("/shop/old/items/{id}");
  }

  private Routes.Route route(String application, String rest) {
    return routes.of(uri(application, rest), application + rest);
  }

  private static ResteasyUriInfo uri(String application, String rest) {
    return new ResteasyUriInfo("http://shop.example" + application + rest, application);
  }
}
