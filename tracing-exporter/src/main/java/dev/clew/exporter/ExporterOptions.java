// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.api.config.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of the exporter. The ones of a single sender start with its name. */
public final class ExporterOptions {

  /**
   * Where traces go: `otlp`, `console` (alias `logging`), `file`, with tracing-aws `xray`,
   * `kinesis`, `dynamodb`, `cloudwatch` and `opensearch`, several of them, or `none`.
   */
  public static final Option<List<String>> EXPORTERS = Option.list("otel.traces.exporter", "otlp");

  /** How long a finished span waits at most before it is sent (OpenTelemetry's default is 5s). */
  public static final Option<Duration> DELAY = Option.duration("otel.bsp.schedule.delay", "1s");

  /** How many spans are sent at once at most; that many waiting are sent without delay. */
  public static final Option<Integer> BATCH =
      Option.integer("otel.bsp.max.export.batch.size", 512, 1, 100_000);

  /** How many bytes of spans are sent at once at most. */
  public static final Option<Long> BATCH_BYTES =
      Option.size("clew.exporter.batch.bytes", "2MB", 1 << 10, 64L << 20);

  /** How long one attempt to send a batch may take; 0 for no limit. */
  public static final Option<Duration> EXPORT_TIMEOUT =
      Option.duration("otel.bsp.export.timeout", "30s");

  /** How many bytes of finished spans are kept until every sender has them; then the oldest go. */
  public static final Option<Long> JOURNAL_SIZE =
      Option.size("clew.journal.size", "32MB", 1 << 20, 16L << 30);

  /**
   * A directory for finished spans that are not delivered yet: then they survive a crash. Unset,
   * they are kept in memory.
   */
  public static final Option<String> JOURNAL_DIRECTORY = Option.text("clew.journal.dir", "");

  /** Base URL of the OTLP/HTTP collector; `/v1/traces` is appended. */
  public static final Option<String> OTLP_ENDPOINT =
      Option.text("otel.exporter.otlp.endpoint", "http://localhost:4318");

  /** Full URL for traces, used as it stands, instead of the base URL. */
  public static final Option<String> OTLP_TRACES_ENDPOINT =
      Option.text("otel.exporter.otlp.traces.endpoint", "");

  /** Headers of every request, values percent-encoded. */
  public static final Option<Map<String, String>> OTLP_HEADERS =
      Option.map("otel.exporter.otlp.headers", "");

  /** Headers for traces, instead of the above. */
  public static final Option<Map<String, String>> OTLP_TRACES_HEADERS =
      Option.map("otel.exporter.otlp.traces.headers", "");

  /** How requests are compressed. */
  public static final Option<Compression> OTLP_COMPRESSION =
      Option.choice("otel.exporter.otlp.compression", Compression.NONE);

  /** How requests for traces are compressed, instead of the above. */
  public static final Option<Compression> OTLP_TRACES_COMPRESSION =
      Option.choice("otel.exporter.otlp.traces.compression", Compression.NONE);

  /** How long one request may take; 0 for no limit but the above. */
  public static final Option<Duration> OTLP_TIMEOUT =
      Option.duration("otel.exporter.otlp.timeout", "10s");

  /** How long one request for traces may take, instead of the above. */
  public static final Option<Duration> OTLP_TRACES_TIMEOUT =
      Option.duration("otel.exporter.otlp.traces.timeout", "10s");

  /** Only `http/protobuf` is spoken; anything else is reported. */
  public static final Option<String> OTLP_PROTOCOL =
      Option.text("otel.exporter.otlp.protocol", "http/protobuf");

  /** The protocol for traces, instead of the above. */
  public static final Option<String> OTLP_TRACES_PROTOCOL =
      Option.text("otel.exporter.otlp.traces.protocol", "http/protobuf");

  /** PEM file with the certificates to trust instead of the JDK's. */
  public static final Option<String> OTLP_CERTIFICATE =
      Option.text("otel.exporter.otlp.certificate", "");

  /** PEM file with the certificates to trust with traces, instead of the above. */
  public static final Option<String> OTLP_TRACES_CERTIFICATE =
      Option.text("otel.exporter.otlp.traces.certificate", "");

  /** PEM file with the client's private key, unencrypted PKCS#8, for mutual TLS. */
  public static final Option<String> OTLP_CLIENT_KEY =
      Option.text("otel.exporter.otlp.client.key", "");

  /** PEM file with the client's private key for traces, instead of the above. */
  public static final Option<String> OTLP_TRACES_CLIENT_KEY =
      Option.text("otel.exporter.otlp.traces.client.key", "");

  /** PEM file with the client's certificates, its own first, for mutual TLS. */
  public static final Option<String> OTLP_CLIENT_CERTIFICATE =
      Option.text("otel.exporter.otlp.client.certificate", "");

  /** PEM file with the client's certificates for traces, instead of the above. */
  public static final Option<String> OTLP_TRACES_CLIENT_CERTIFICATE =
      Option.text("otel.exporter.otlp.traces.client.certificate", "");

  /** The file that `file` appends OTLP JSON lines to; each application needs its own. */
  public static final Option<String> FILE_PATH =
      Option.text("clew.exporter.file.path", "clew-traces.jsonl");

  /** How large the file may grow before it is renamed to `{@code <path>}.1`. */
  public static final Option<Long> FILE_SIZE =
      Option.size("clew.exporter.file.size", "64MB", 1 << 10, 1L << 40);

  /** How many files are kept, with the current one. */
  public static final Option<Integer> FILE_COUNT =
      Option.integer("clew.exporter.file.count", 5, 1, 1000);

  /** How requests are compressed. */
  public enum Compression {
    /** Not at all. */
    NONE,
    /** With gzip. */
    GZIP
  }

  private ExporterOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(
        EXPORTERS,
        DELAY,
        BATCH,
        BATCH_BYTES,
        EXPORT_TIMEOUT,
        JOURNAL_SIZE,
        JOURNAL_DIRECTORY,
        OTLP_ENDPOINT,
        OTLP_TRACES_ENDPOINT,
        OTLP_HEADERS,
        OTLP_TRACES_HEADERS,
        OTLP_COMPRESSION,
        OTLP_TRACES_COMPRESSION,
        OTLP_TIMEOUT,
        OTLP_TRACES_TIMEOUT,
        OTLP_PROTOCOL,
        OTLP_TRACES_PROTOCOL,
        OTLP_CERTIFICATE,
        OTLP_TRACES_CERTIFICATE,
        OTLP_CLIENT_KEY,
        OTLP_TRACES_CLIENT_KEY,
        OTLP_CLIENT_CERTIFICATE,
        OTLP_TRACES_CLIENT_CERTIFICATE,
        FILE_PATH,
        FILE_SIZE,
        FILE_COUNT);
  }
}
