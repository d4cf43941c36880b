// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The traces of a test that runs in another JVM than its {@link OtlpReceiver}, such as inside an
 * application server. Thread-safe.
 */
public final class RemoteTraces implements Traces {

  private static final long NOTHING = -1;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI channel;
  private final Duration limit;

  /**
   * Of the test that is running there.
   *
   * @param endpoint as {@link OtlpReceiver#endpoint()} has it
   * @param limit how long anything is waited for, at most
   */
  public RemoteTraces(String endpoint, Duration limit) {
    this.channel = URI.create(endpoint + TestChannel.PATH);
    this.limit = limit;
  }

  @Override
  public Optional<Trace> await(Predicate<Trace> wanted) {
    long start = System.nanoTime();
    News news = newsSince(NOTHING);
    Optional<Trace> found = news.first(wanted);
    while (found.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
      news = newsSince(news.version);
      found = news.first(wanted);
    }
    found.ifPresent(trace -> post(TestChannel.TAKEN, ids(trace)));
    return found;
  }

  @Override
  public List<Trace> untaken() {
    return newsSince(NOTHING).traces;
  }

  @Override
  public void ignoreOthers() {
    post(TestChannel.IGNORED, "");
  }

  @Override
  public String traceparent() {
    String traceId = TraceIds.random(16);
    post(TestChannel.BEGUN, traceId);
    return TraceIds.traceparent(traceId);
  }

  private record News(long version, List<Trace> traces) {

    Optional<Trace> first(Predicate<Trace> wanted) {
      return traces.stream().filter(wanted).findFirst();
    }
  }

  private News newsSince(long version) {
    HttpResponse<byte[]> answer = send(request(TestChannel.SPANS + version).GET());
    try {
      ExportTraceServiceRequest spans = ExportTraceServiceRequest.parseFrom(answer.body());
      return new News(
          answer.headers().firstValueAsLong(TestChannel.VERSION).orElse(NOTHING),
          Trace.allOf(SpanDecoder.decode(spans)));
    } catch (IOException undecodable) {
      throw new UncheckedIOException(undecodable);
    }
  }

  private static String ids(Trace trace) {
    return trace.spans().stream()
        .map(span -> span.traceId() + "-" + span.spanId())
        .collect(Collectors.joining("\n"));
  }

  private void post(String path, String body) {
    send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(channel.resolve(path)).timeout(ANSWER);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("the receiver answered " + answer.statusCode());
      }
      return answer;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }
}
