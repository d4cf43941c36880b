// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.jersey;

import dev.clew.jaxrs.JaxrsClientContract;
import dev.clew.testkit.Capabilities;
import dev.clew.testkit.HttpClientCapability;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.internal.RuntimeDelegateImpl;

class JerseyClientTest extends JaxrsClientContract {

  @Override
  protected RuntimeDelegate implementation() {
    return new RuntimeDelegateImpl();
  }

  @Override
  protected ClientBuilder newBuilder() {
    return new JerseyClientBuilder();
  }

  /** Traced by itself. */
  @Override
  protected Client traced(Client made) {
    return made;
  }

  @Override
  protected Capabilities<HttpClientCapability> capabilities() {
    return Capabilities.of(HttpClientCapability.class)
        .has(
            HttpClientCapability.ASYNC,
            HttpClientCapability.FOLLOWS_REDIRECTS,
            HttpClientCapability.TIMEOUT,
            HttpClientCapability.CREDENTIALS)
        .lacks(HttpClientCapability.CANCEL, "the request goes on though nobody waits for it")
        .lacks(HttpClientCapability.SEES_REDIRECTS, "the connector sends again out of sight")
        .lacks(HttpClientCapability.UNKNOWN_METHOD, "the JDK's URLConnection takes none");
  }
}
