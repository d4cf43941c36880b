// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.config;

import dev.clew.api.config.Option;
import dev.clew.aws.AwsOptions;
import java.time.Duration;
import java.util.List;

/** The keys of the collector. */
public final class ConsoleOptions {

  /** The address to listen at; `0.0.0.0` for all, which anybody who reaches it may then use. */
  public static final Option<String> HOST = Option.text("clew.console.host", "127.0.0.1");

  /** The port to listen at; 0 for any that is free. */
  public static final Option<Integer> PORT = Option.integer("clew.console.port", 4318, 0, 65_535);

  /** A PKCS12 or JKS file with a key and its certificate, to answer over TLS; unset, plain HTTP. */
  public static final Option<String> TLS_KEYSTORE = Option.text("clew.console.tls.keystore", "");

  /** The password of that file, and of the key in it. */
  public static final Option<String> TLS_PASSWORD = Option.text("clew.console.tls.password", "");

  /** Where everything is kept. One collector a directory. */
  public static final Option<String> DIRECTORY = Option.text("clew.console.dir", "clew-console");

  /** What senders must give as `Authorization: Bearer ...`; unset, nothing is asked for. */
  public static final Option<String> TOKEN = Option.text("clew.console.ingest.token", "");

  /**
   * What readers must give as `Authorization: Bearer ...`, or to the page's form; unset, nothing is
   * asked for.
   */
  public static final Option<String> READ_TOKEN = Option.text("clew.console.read.token", "");

  /** How large a request may be, as sent and unpacked; a larger one is refused. */
  public static final Option<Long> REQUEST_SIZE =
      Option.size("clew.console.ingest.request.size", "16MB", 1 << 10, 256L << 20);

  /** How much memory requests that are being read may take together; beyond it they must wait. */
  public static final Option<Long> REQUEST_MEMORY =
      Option.size("clew.console.ingest.memory", "64MB", 1 << 20, 16L << 30);

  /** How many requests are read at once; more are told to come back. */
  public static final Option<Integer> REQUESTS =
      Option.integer("clew.console.ingest.requests", 24, 1, 10_000);

  /** How long a request may take to arrive. */
  public static final Option<Duration> REQUEST_TIMEOUT =
      Option.duration("clew.console.ingest.timeout", "10s");

  /** How many bytes may wait to be stored; beyond it senders are told to come back. */
  public static final Option<Long> LOG_SIZE =
      Option.size("clew.console.log.size", "256MB", 1 << 20, 1L << 40);

  /** Whether a request is answered only once the disk has it, so that it survives a power cut. */
  public static final Option<Boolean> LOG_SYNC = Option.flag("clew.console.log.sync", true);

  /** Where spans are kept: in files below clew.console.dir (duckdb), or in DynamoDB. */
  public static final Option<Store> STORE = Option.choice("clew.console.store", Store.DUCKDB);

  /** How many spans are gathered at most before they are written to a file of their own. */
  public static final Option<Integer> FLUSH_SPANS =
      Option.integer("clew.console.store.flush.spans", 12_500, 1, 1_000_000);

  /** How long spans are gathered at most before that. */
  public static final Option<Duration> FLUSH_INTERVAL =
      Option.duration("clew.console.store.flush.interval", "10s");

  /** How long spans are kept, by the hour. */
  public static final Option<Duration> RETENTION_AGE =
      Option.duration("clew.console.store.retention.age", "168h");

  /** How many bytes of files are kept; beyond it the oldest hours go. */
  public static final Option<Long> RETENTION_SIZE =
      Option.size("clew.console.store.retention.size", "10GB", 1 << 20, 1L << 50);

  /**
   * How much memory DuckDB may take, and half as much again while files are put together; what it
   * needs beyond goes to its directory.
   */
  public static final Option<Long> STORE_MEMORY =
      Option.size("clew.console.store.memory", "128MB", 32 << 20, 1L << 40);

  /**
   * Where the page finds the logs of a span, as in `https://logs.example.com/{traceId}`; also
   * `{spanId}`, `{service}`, and `{from}` and `{to}`, milliseconds since 1970.
   */
  public static final Option<String> LOGS_URL =
      Option.of(
          "clew.console.logs.url",
          "",
          "an address that begins with http:// or https://",
          text -> {
            if (!text.isEmpty() && !text.matches("(?i)https?://.+")) {
              throw new IllegalArgumentException(text);
            }
            return text;
          });

  /** What spans are kept by. */
  public enum Store {
    /** DuckDB, in files. */
    DUCKDB,
    /** Amazon DynamoDB, as the options of the sender `dynamodb` say. */
    DYNAMODB
  }

  private static final List<Option<?>> ALL =
      List.of(
          HOST,
          PORT,
          TLS_KEYSTORE,
          TLS_PASSWORD,
          DIRECTORY,
          TOKEN,
          READ_TOKEN,
          REQUEST_SIZE,
          REQUEST_MEMORY,
          REQUESTS,
          REQUEST_TIMEOUT,
          LOG_SIZE,
          LOG_SYNC,
          STORE,
          FLUSH_SPANS,
          FLUSH_INTERVAL,
          RETENTION_AGE,
          RETENTION_SIZE,
          STORE_MEMORY,
          LOGS_URL);

  private static final List<Option<?>> OF_DYNAMODB =
      List.of(
          AwsOptions.REGION,
          AwsOptions.HTTP_CLIENT,
          AwsOptions.DYNAMODB_ENDPOINT,
          AwsOptions.DYNAMODB_PREFIX,
          AwsOptions.DYNAMODB_CREATE,
          AwsOptions.DYNAMODB_RETENTION);

  private ConsoleOptions() {}

  /** Every key, in the order in which a reader wants them. */
  public static List<Option<?>> all() {
    return ALL;
  }

  /** The keys of the sender {@code dynamodb}, which say for the store, too, where spans are. */
  public static List<Option<?>> ofDynamoDb() {
    return OF_DYNAMODB;
  }
}
