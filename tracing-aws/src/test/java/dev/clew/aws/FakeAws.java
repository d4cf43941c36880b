// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.model.ModelledCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * A server on the loopback interface in the place of an AWS service that nobody emulates. Requests
 * to services whose model is known have to follow it, or closing fails.
 */
public final class FakeAws implements AutoCloseable {

  /** What a client has sent; names of headers are in lower case. */
  public record Request(String path, Map<String, String> headers, byte[] bytes) {

    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, Map<String, String> headers, String body) {}

  public static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<ModelledCall> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  public FakeAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Does not answer the next request that has no answer yet, as long as the server runs. */
  public FakeAws silence() {
    return answer(0, Map.of(), "");
  }

  /** Answers the next request that has no answer yet; the last one is given again and again. */
  public FakeAws answer(int status, Map<String, String> headers, String body) {
    synchronized (answers) {
      answers.add(new Answer(status, headers, body));
    }
    return this;
  }

  public FakeAws answer(String body) {
    return answer(200, Map.of("x-amzn-RequestId", "request-1"), body);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Request> requests() {
    synchronized (answers) {
      return List.copyOf(requests);
    }
  }

  /** The requests to services whose model is known. */
  public List<ModelledCall> calls() {
    synchronized (answers) {
      return List.copyOf(calls);
    }
  }

  public Request only() {
    List<Request> all = requests();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " requests: " + all);
    }
    return all.get(0);
  }

  /** A client of this server, whose synchronous form uses the JDK's own connections. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return prepared(builder).httpClient(UrlConnectionHttpClient.create()).build();
  }

  public <B extends AwsClientBuilder<B, C>, C> B prepared(B builder) {
    return prepared(builder, uri());
  }

  public static <B extends AwsClientBuilder<B, C>, C> B prepared(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(CREDENTIALS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    Answer answer;
    synchronized (answers) {
      String path = exchange.getRequestURI().getPath();
      requests.add(new Request(path, headers, body));
      check(path, headers, body);
      answer = answers.size() > 1 ? answers.remove() : answers.element();
    }
    if (answer.status == 0) {
      return;
    }
    answer.headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void check(String path, Map<String, String> headers, byte[] body) {
    try {
      Optional<ModelledCall> call = ModelledCalls.of(path, headers, body);
      if (call.isPresent()) {
        calls.add(call.get());
        violations.addAll(call.get().violations());
      }
    } catch (IOException | RuntimeException unreadable) {
      violations.add("unreadable: " + unreadable);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    synchronized (answers) {
      if (!violations.isEmpty()) {
        throw new AssertionError("AWS would refuse this: " + violations);
      }
    }
  }
}
