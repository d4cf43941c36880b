// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.Map;
import java.util.function.Supplier;

/** What is looked at of a record that has nothing but headers. For one thread at a time. */
final class ReceivedRecord extends Received {

  private final Supplier<Map<String, String>> source;

  /** Looked for when it is first needed. */
  private Map<String, String> headers;

  ReceivedRecord(Supplier<Map<String, String>> source) {
    this.source = source;
  }

  private Map<String, String> headers() {
    if (headers == null) {
      headers = source.get();
    }
    return headers;
  }

  @Override
  String text(String name) {
    return headers().get(name);
  }

  @Override
  Iterable<String> names() {
    return headers().keySet();
  }
}
