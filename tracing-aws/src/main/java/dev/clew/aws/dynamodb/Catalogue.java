// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which services and operations there are, as items of the table of traces that are in no index. A
 * process writes each name when it first sees it, and again when half of the time is over after
 * which it would expire. For one thread.
 */
final class Catalogue {

  /** Where the services are; no trace id is like it. */
  static final String SERVICES = "#services";

  private static final String OPERATIONS = "#operations ";
  private static final Logger LOGGER = Logger.getLogger("dev.clew");

  /** Names that vary with each request would fill the memory, and tell nobody anything. */
  private static final int MOST_OF_SERVICE = 1_000;

  private static final int MOST = 20_000;

  /** Names with the time at which they are to be written again, in seconds since 1970. */
  private final Map<PartKey, Long> known = new HashMap<>();

  private final Map<String, Integer> sizes = new HashMap<>();
  private boolean warned;

  /** Where the operations of a service are. */
  static String operations(String service) {
    return OPERATIONS + service;
  }

  /** Names that are to be written before the spans that have them. */
  Set<PartKey> due(List<TraceWrite> traces, long now) {
    Set<PartKey> due = new LinkedHashSet<>();
    for (TraceWrite trace : traces) {
      String service = trace.key().service();
      for (SpanItem span : trace.pending()) {
        PartKey operation = new PartKey(operations(service), span.operation().text());
        Long again = known.get(operation);
        if (again == null ? hasRoom(operation) : again <= now) {
          due.add(new PartKey(SERVICES, service));
          due.add(operation);
        }
      }
    }
    return due;
  }

  private boolean hasRoom(PartKey operation) {
    boolean room =
        known.size() < MOST && sizes.getOrDefault(operation.traceId(), 0) < MOST_OF_SERVICE;
    if (!room && !warned) {
      warned = true;
      LOGGER.warning(
          "CLEW-0750: spans have more than 1000 different names in a service, or 20000 in all: the"
              + " lists of operations in DynamoDB lack the others");
    }
    return room;
  }

  /** Their items. */
  static List<Map<String, AttributeValue>> items(Collection<PartKey> names, long expires) {
    return names.stream().map(name -> item(name, expires)).toList();
  }

  private static Map<String, AttributeValue> item(PartKey name, long expires) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put(Names.TRACE_ID, AttributeValue.fromS(name.traceId()));
    item.put(Names.SERVICE, AttributeValue.fromS(name.service()));
    item.put(Names.EXPIRES, Values.number(expires));
    return item;
  }

  /** They were written at a time, to expire at another. */
  void written(Collection<PartKey> names, long now, long expires) {
    for (PartKey name : names) {
      if (known.put(name, now + (expires - now) / 2) == null) {
        sizes.merge(name.traceId(), 1, Integer::sum);
      }
    }
  }
}
