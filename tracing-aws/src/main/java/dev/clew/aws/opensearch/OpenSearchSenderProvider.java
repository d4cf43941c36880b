// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.opensearch;

import dev.clew.api.config.Settings;
import dev.clew.aws.AwsOptions;
import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.SignedPost;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;

/** Offers {@code opensearch} in {@code otel.traces.exporter}. */
public final class OpenSearchSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public OpenSearchSenderProvider() {}

  @Override
  public String name() {
    return "opensearch";
  }

  @Override
  public Sender create(Settings settings) {
    String endpoint = settings.get(AwsOptions.OPENSEARCH_ENDPOINT);
    if (endpoint.isEmpty()) {
      throw new IllegalArgumentException(AwsOptions.OPENSEARCH_ENDPOINT + " is not set");
    }
    AwsConnection connection = new AwsConnection(settings, endpoint);
    SignedPost post =
        new SignedPost(
            connection,
            endpoint.contains(".aoss.") ? "aoss" : "es",
            "application/x-ndjson",
            settings.get(AwsOptions.OPENSEARCH_HEADERS));
    String index = settings.get(AwsOptions.OPENSEARCH_INDEX);
    boolean template = settings.get(AwsOptions.OPENSEARCH_TEMPLATE);
    return new OpenSearchSender(connection, post, index, template);
  }
}
