// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.ejb;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** A stateless bean without an interface. */
@Traced
@Stateless
public class Clerk {

  public String file(String paper) {
    return "filed " + paper;
  }

  public String refuse() {
    throw new IllegalStateException("the clerk refuses");
  }

  @Traced(operationName = "promise")
  public CompletionStage<String> promise(CompletableFuture<String> later) {
    return later;
  }

  @Asynchronous
  @SpanTag("app.answer")
  public Future<String> answerLater(String question) {
    return new AsyncResult<>("answer to " + question);
  }
}
