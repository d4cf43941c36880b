// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.app.courier;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.jboss.logging.MDC;

/** Tells what WildFly's logs would show. */
@Stateless
public class LoggingCourier {

  /** What logs of a method without a span would show. */
  @Asynchronous
  public Future<String> mdc() {
    return new AsyncResult<>(new TreeMap<>(MDC.getMap()).toString());
  }
}
