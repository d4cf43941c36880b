// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The names of a part's spans, as many as leave its item below 1 KB, by which DynamoDB reckons.
 * Immutable.
 *
 * @param names those for which there is room
 * @param isAll whether there are no others
 */
public record OperationNames(SortedSet<String> names, boolean isAll) {

  private static final int MAX_NAMES = 20;
  private static final int MAX_BYTES = 400;

  static OperationNames of(String name) {
    return new OperationNames(new TreeSet<>(), true).plus(name);
  }

  static OperationNames of(Map<String, AttributeValue> item) {
    AttributeValue names = item.get(Names.OPERATIONS);
    return new OperationNames(
        names == null ? new TreeSet<>() : new TreeSet<>(names.ss()),
        !item.containsKey(Names.MORE_OPERATIONS));
  }

  OperationNames plus(OperationNames others) {
    OperationNames all = this;
    for (String name : others.names) {
      all = all.plus(name);
    }
    return others.isAll ? all : new OperationNames(all.names, false);
  }

  /** An empty name is none that a set can have. */
  private OperationNames plus(String name) {
    if (names.contains(name)) {
      return this;
    }
    int bytes = Values.length(name);
    for (String known : names) {
      bytes += Values.length(known);
    }
    if (name.isEmpty() || names.size() == MAX_NAMES || bytes > MAX_BYTES) {
      return new OperationNames(names, false);
    }
    SortedSet<String> more = new TreeSet<>(names);
    more.add(name);
    return new OperationNames(more, isAll);
  }

  void addTo(Map<String, AttributeValue> item) {
    if (!names.isEmpty()) {
      item.put(Names.OPERATIONS, AttributeValue.builder().ss(names).build());
    }
    if (!isAll) {
      item.put(Names.MORE_OPERATIONS, AttributeValue.fromBool(true));
    }
  }
}
