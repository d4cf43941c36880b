// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.instrument.Guard;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.jaxrs.internal.Application;
import dev.clew.jaxrs.sse.EventStream;
import dev.clew.jaxrs.sse.ResteasySinks;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Gives each resource method a filter that knows its route. Found by the container as a service of
 * {@link DynamicFeature}; an application without such a search registers it by hand.
 */
public final class EndpointFeature implements DynamicFeature {

  /** Before the application's filters, so that a refused request has its route too. */
  private static final int FIRST = Integer.MIN_VALUE;

  /** After them. */
  private static final int LAST = Integer.MAX_VALUE;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    try {
      read(resource, context);
    } catch (Throwable failure) {
      Guard.failed("read a resource method", failure);
    }
  }

  private static void read(ResourceInfo resource, FeatureContext context) {
    Endpoint endpoint = Endpoint.of(resource.getResourceClass(), resource.getResourceMethod());
    if (endpoint == null) {
      return;
    }
    if (endpoint.isRoot()) {
      Application.of(Tracing.applicationLoader())
          .endpoints()
          .add(endpoint.httpMethod(), endpoint.template(), endpoint.traced());
    }
    context.register(new EndpointFilter(endpoint), FIRST);
    if (OwnerFeature.isUsed(context) && SyncMethods.contains(endpoint.method())) {
      context.register(new ResourceScope(), LAST);
    }
    EventStream events = endpoint.events();
    if (events != null && !OwnerFeature.isJersey(context.getConfiguration())) {
      ResteasySinks.register(context, events, OwnedRequest::spanOf);
    }
  }
}
