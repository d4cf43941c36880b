// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Stores and reads entities, in a transaction of the container. */
@Path("products")
@RequestScoped
@Transactional
public class ProductResource {

  @PersistenceContext private EntityManager entities;

  @GET
  @Path("{id}/stored")
  public String store(@PathParam("id") int id) {
    entities.persist(new Product(id, "lamp"));
    return "stored";
  }

  @GET
  @Path("{id}")
  public String find(@PathParam("id") int id) {
    return entities.find(Product.class, id).name();
  }
}
