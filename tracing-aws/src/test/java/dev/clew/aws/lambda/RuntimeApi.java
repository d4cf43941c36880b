// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * Lambda's Runtime API and a collector in one, and a function's process that talks to both: AWS's
 * own Runtime Interface Client.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

  /**
   * An answer of the function, with the spans that had come before it.
   *
   * @param failed whether the function has thrown
   */
  record Answer(String body, boolean failed, List<Span> before) {}

  private record Event(String json, String traceHeader, long millis) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final List<Span> spans = new ArrayList<>();
  private final HttpServer server;
  private final Process process;
  private int number;

  /**
   * One with a function's process.
   *
   * @param variables of its environment, beside those that it always has
   */
  RuntimeApi(Class<?> handler, Path log, Map<String, String> variables) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    String address = "127.0.0.1:" + server.getAddress().getPort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CLIENT,
            handler.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", address,
                "AWS_LAMBDA_FUNCTION_NAME", "checkout",
                "AWS_LAMBDA_FUNCTION_VERSION", "7",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_REGION", "eu-central-1",
                "LAMBDA_TASK_ROOT", log.getParent().toString(),
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://" + address,
                "OTEL_BSP_SCHEDULE_DELAY", "3600000"));
    builder.environment().putAll(variables);
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Calls the function, which has so much time. */
  Answer call(String json, String traceHeader, long millis) throws InterruptedException {
    events.add(new Event(json, traceHeader, millis));
    Answer answer = answers.poll(60, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer; the process is alive: " + process.isAlive());
    }
    return answer;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (path.equals(INVOCATION + "next")) {
      next(exchange);
    } else if (path.startsWith(INVOCATION)) {
      String text = new String(body, StandardCharsets.UTF_8);
      Answer answer;
      synchronized (spans) {
        answer = new Answer(text, path.endsWith("/error"), List.copyOf(spans));
        spans.clear();
      }
      reply(exchange, 202, "{}");
      answers.add(answer);
    } else if (path.equals("/v1/traces")) {
      collect(exchange, body);
    } else {
      answers.add(
          new Answer(path + ": " + new String(body, StandardCharsets.UTF_8), true, List.of()));
      reply(exchange, 202, "{}");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      Event event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", "request-" + ++number);
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-central-1:123456789012:function:checkout");
      headers.set(
          "Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + event.millis));
      if (event.traceHeader != null) {
        headers.set("Lambda-Runtime-Trace-Id", event.traceHeader);
      }
      reply(exchange, 200, event.json);
    } catch (InterruptedException stopped) {
      exchange.close();
    }
  }

  private void collect(HttpExchange exchange, byte[] body) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] plain =
        zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    List<Span> arrived =
        ExportTraceServiceRequest.parseFrom(plain).getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .toList();
    synchronized (spans) {
      spans.addAll(arrived);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** The client needs a type, or its native part ends the process. */
  private static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    server.stop(0);
    threads.shutdownNow();
  }
}
