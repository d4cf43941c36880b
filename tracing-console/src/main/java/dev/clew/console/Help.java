// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import dev.clew.api.config.Option;
import dev.clew.console.config.ConsoleOptions;
import java.util.Locale;

/** The text of {@code --help}. */
final class Help {

  private Help() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: java [-Dkey=value ...] -jar tracing-console.jar [--help]

            Collects traces: takes OTLP/HTTP (protobuf and JSON) at /v1/traces, keeps them as
            Parquet files or in DynamoDB, answers at /api (its own and Jaeger's), /health and /metrics.

            Keys are system properties, or environment variables (CLEW_CONSOLE_PORT):

            """);
    ConsoleOptions.all().forEach(option -> text.append(line(option)));
    text.append("\nWith clew.console.store=dynamodb also:\n\n");
    ConsoleOptions.ofDynamoDb().forEach(option -> text.append(line(option)));
    return text.append("\nWhat each is for is in docs/console.md.\n").toString();
  }

  private static String line(Option<?> option) {
    return String.format(
        Locale.ROOT,
        "  %-38s %-14s %s%n",
        option.key(),
        option.defaultText().isEmpty() ? "(unset)" : option.defaultText(),
        option.allowed());
  }
}
