// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client whose request that is under way can be ended: most wait on a socket, which an
 * interrupt does not reach. For one thread, but for {@link #abort}; where several threads use it,
 * that ends the latest request and all that follow.
 */
final class AbortableHttpClient implements SdkHttpClient {

  private final SdkHttpClient client;
  private volatile ExecutableHttpRequest current;
  private volatile boolean aborted;

  AbortableHttpClient(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return execute(prepared);
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private HttpExecuteResponse execute(ExecutableHttpRequest request) throws IOException {
    current = request;
    try {
      if (aborted) {
        throw new IOException("stopped");
      }
      return request.call();
    } finally {
      current = null;
    }
  }

  /** Ends what is under way, and all that follows. For any thread. */
  void abort() {
    aborted = true;
    ExecutableHttpRequest request = current;
    if (request != null) {
      request.abort();
    }
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
