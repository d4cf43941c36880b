// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A span as it is written.
 *
 * @param operation what it is an example of
 * @param item its own item
 * @param size how large that is, in bytes
 * @param overflow further items with the rest of its bytes; most often none
 * @param part that of a trace of this span alone
 */
record SpanItem(
    String spanId,
    TracedOperation operation,
    Map<String, AttributeValue> item,
    int size,
    List<Map<String, AttributeValue>> overflow,
    TracePart part) {}
