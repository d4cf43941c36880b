// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.aws.sender.AwsConnection;
import dev.clew.aws.sender.SignedPost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** X-Ray's own API, or an agent's that passes it on. */
final class HttpSamplingApi implements SamplingApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** X-Ray has some hundred rules to an account at most. */
  private static final int MOST_PAGES = 100;

  private final AwsConnection connection;
  private final SignedPost post;
  private final String clientId = clientId();

  HttpSamplingApi(AwsConnection connection) {
    this.connection = connection;
    this.post = new SignedPost(connection, "xray", "application/json");
  }

  @Override
  public List<SamplingRule> rules() throws IOException {
    List<SamplingRule> rules = new ArrayList<>();
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Fields answer = ask("/GetSamplingRules", ApiJson.rulesRequest(token));
      rules.addAll(ApiJson.rules(answer));
      token = ApiJson.nextToken(answer);
      if (token.isEmpty()) {
        break;
      }
    }
    return rules;
  }

  @Override
  public Targets targets(List<Statistics> statistics, Service service, long epochMillis)
      throws IOException {
    return ApiJson.targets(
        ask(
            "/SamplingTargets",
            ApiJson.targetsRequest(statistics, clientId, service.name(), epochMillis)));
  }

  private Fields ask(String path, byte[] question) throws IOException {
    SignedPost.Answer answer = post.send(path, question, TIMEOUT);
    if (answer.status() != 200) {
      throw new IOException("X-Ray answered " + answer.status() + " to " + path);
    }
    try {
      return Fields.parse(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw new IOException(path + ": " + malformed.getMessage(), malformed);
    }
  }

  /** 96 random bits: X-Ray tells by it which statistics are of one process. */
  private static String clientId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%016x%08x".formatted(random.nextLong(), random.nextInt());
  }

  @Override
  public void abort() {
    connection.abort();
  }

  @Override
  public void close() {
    connection.close();
  }
}
