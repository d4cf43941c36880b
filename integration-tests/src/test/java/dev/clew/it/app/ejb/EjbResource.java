// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;

/** Calls each kind of bean. */
@Path("ejb")
@RequestScoped
public class EjbResource {

  @EJB Ledger ledger;
  @EJB Clerk clerk;
  @Inject Clerk injectedClerk;
  @Inject Basket basket;
  @Inject Registry registry;
  @Inject Timers timers;

  @GET
  @Path("interface")
  public String throughInterface() {
    return ledger.book("7");
  }

  @GET
  @Path("class")
  public String throughClass() {
    return clerk.file("7") + ", " + injectedClerk.file("8");
  }

  @GET
  @Path("stateful")
  public String stateful() {
    basket.add();
    return Integer.toString(basket.add() + basket.checkOut());
  }

  @GET
  @Path("singleton")
  public String singleton() {
    return Integer.toString(registry.count());
  }

  @GET
  @Path("failure")
  public String failure() {
    return clerk.refuse();
  }

  @GET
  @Path("stage")
  public String stage() {
    CompletableFuture<String> later = new CompletableFuture<>();
    boolean same = clerk.promise(later) == later;
    later.complete("kept");
    return "same stage: " + same;
  }

  @GET
  @Path("asynchronous")
  public String asynchronous() throws Exception {
    return clerk.answerLater("7").get();
  }

  @GET
  @Path("timer")
  public String timer() {
    timers.start();
    return "started";
  }

  @GET
  @Path("called-timer")
  public String calledTimer() {
    timers.scheduled();
    return "called";
  }
}
