// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import com.google.protobuf.ByteString;
import dev.clew.api.config.Settings;
import dev.clew.exporter.internal.delivery.Backoff;
import dev.clew.exporter.internal.delivery.BatchPolicy;
import dev.clew.exporter.internal.otlp.OtlpSenderProvider;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.testing.Spans;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The process that is killed: an exporter with senders that are real, and threads that end spans.
 * What has ended is noted where the exporter has no part in it, after it was taken.
 */
final class CrashVictim {

  static final int PRODUCERS = 3;
  static final int BATCH = 64;

  private static final long MOST_PENDING = 20_000;

  private final SharedExporter exporter;
  private final int run;

  private CrashVictim(SharedExporter exporter, int run) {
    this.exporter = exporter;
    this.run = run;
  }

  /**
   * Works until it is killed, or until all is delivered.
   *
   * @param arguments the directory of journals, the file of what has ended (nothing to end
   *     nothing), the number of the run, and the ports of receivers
   */
  public static void main(String[] arguments) throws Exception {
    int run = Integer.parseInt(arguments[2]);
    Map<String, Sender> senders = new LinkedHashMap<>();
    for (int i = 3; i < arguments.length; i++) {
      String url = "http://localhost:" + arguments[i];
      senders.put(
          "to-" + i,
          new OtlpSenderProvider().create(Settings.of(Map.of("otel.exporter.otlp.endpoint", url))));
    }
    System.out.println("starting");
    SharedExporter exporter =
        new SharedExporter(
            32 << 20,
            arguments[0],
            new BatchPolicy(Duration.ofMillis(5), BATCH, 1 << 20, Duration.ofSeconds(30)),
            new Backoff(() -> 0),
            senders);
    exporter.start();
    exporter.resource(resource(run));
    if (arguments[1].isEmpty()) {
      boolean all = exporter.shutdown(Duration.ofSeconds(60));
      System.out.println(exporter.counts());
      System.exit(all ? 0 : 1);
    }
    new CrashVictim(exporter, run).produce(ledger(Path.of(arguments[1])));
  }

  private static byte[] resource(int run) {
    return ResourceSpans.newBuilder()
        .setResource(
            Resource.newBuilder()
                .addAttributes(Spans.attribute("service.name", "crash"))
                .addAttributes(Spans.attribute("service.instance.id", "run-" + run)))
        .build()
        .toByteArray();
  }

  /** One number for each producer: how many of its spans have ended. */
  static ByteBuffer ledger(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel
          .map(FileChannel.MapMode.READ_WRITE, 0, PRODUCERS * 8)
          .order(ByteOrder.nativeOrder());
    }
  }

  private void produce(ByteBuffer ledger) {
    for (int producer = 0; producer < PRODUCERS; producer++) {
      int mine = producer;
      new Thread(() -> produce(mine, ledger)).start();
    }
    System.out.println("producing");
  }

  private void produce(int producer, ByteBuffer ledger) {
    SplittableRandom random = new SplittableRandom(run * 31L + producer);
    int scope = exporter.scope(Spans.scope("p" + producer));
    for (long sequence = 0; ; ) {
      for (int burst = random.nextInt(50); burst >= 0; burst--) {
        byte[] span = span(run, producer, sequence);
        if (exporter.offer(scope, span, 0, span.length)) {
          sequence++;
          ledger.putLong(producer * 8, sequence);
        }
      }
      do {
        LockSupport.parkNanos(1_000_000);
      } while (exporter.counts().get("to-3.pending") > MOST_PENDING);
    }
  }

  /** A span of which every byte is known from its name. */
  static byte[] span(int run, int producer, long sequence) {
    byte[] id = new byte[16];
    new java.util.Random(sequence).nextBytes(id);
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(id))
        .setSpanId(ByteString.copyFrom(id, 0, 8))
        .setName(run + "/" + producer + "/" + sequence)
        .setStartTimeUnixNano(sequence)
        .addAttributes(Spans.attribute("filler", "x".repeat((int) (sequence * 7919 % 300))))
        .build()
        .toByteArray();
  }
}
