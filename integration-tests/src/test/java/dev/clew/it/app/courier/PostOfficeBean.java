// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import dev.clew.api.Traced;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Singleton;
import java.util.concurrent.Future;

/** Asynchronous as a whole, and seen through its interface only. */
@Asynchronous
@Singleton
public class PostOfficeBean implements PostOffice {

  @Traced(operationName = "stamp")
  @Override
  public Future<String> stamp(String letter) {
    return new AsyncResult<>("stamped " + letter);
  }
}
