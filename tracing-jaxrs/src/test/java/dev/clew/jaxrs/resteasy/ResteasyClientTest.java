// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.resteasy;

import dev.clew.jaxrs.JaxrsClientContract;
import dev.clew.jaxrs.client.TracedClients;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpClientCapability;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;

class ResteasyClientTest extends JaxrsClientContract {

  @Override
  protected RuntimeDelegate implementation() {
    return new ResteasyProviderFactoryImpl();
  }

  @Override
  protected ClientBuilder newBuilder() {
    return new ResteasyClientBuilderImpl().setFollowRedirects(true);
  }

  @Override
  protected Client traced(Client made) {
    return TracedClients.wrap(made);
  }

  @Override
  protected Capabilities<HttpClientCapability> capabilities() {
    return Capabilities.of(HttpClientCapability.class)
        .has(
            HttpClientCapability.ASYNC,
            HttpClientCapability.CANCEL,
            HttpClientCapability.FOLLOWS_REDIRECTS,
            HttpClientCapability.TIMEOUT,
            HttpClientCapability.CREDENTIALS,
            HttpClientCapability.UNKNOWN_METHOD)
        .lacks(HttpClientCapability.SEES_REDIRECTS, "the engine sends again out of sight");
  }
}
