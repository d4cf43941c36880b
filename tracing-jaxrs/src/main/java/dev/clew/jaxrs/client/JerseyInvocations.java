// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor;
import org.glassfish.jersey.client.spi.PreInvocationInterceptor;

/**
 * What Jersey tells beyond the API: the thread of the caller, before a request goes to an executor,
 * and every failure. Thread-safe.
 */
final class JerseyInvocations implements PreInvocationInterceptor, PostInvocationInterceptor {

  @Override
  public void beforeRequest(ClientRequestContext request) {
    try {
      request.setProperty(ClientCall.PARENT_PROPERTY, Context.current());
    } catch (Throwable failure) {
      Guard.failed("keep the context of a caller", failure);
    }
  }

  @Override
  public void afterRequest(ClientRequestContext request, ClientResponseContext response) {
    try {
      ClientCall call = ClientCall.of(request);
      if (call != null) {
        call.answered(new ClientResponseView(response));
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a Jersey client", failure);
    }
  }

  @Override
  public void onException(ClientRequestContext request, ExceptionContext exceptions) {
    try {
      ClientCall call = ClientCall.of(request);
      if (call != null) {
        Throwable thrown = exceptions.getThrowables().peekFirst();
        call.failed(thrown);
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a Jersey client", failure);
    }
  }
}
