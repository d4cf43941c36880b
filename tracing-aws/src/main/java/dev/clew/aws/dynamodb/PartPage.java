// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one request has found. Immutable.
 *
 * @param parts the latest first
 * @param looked at how many parts it has looked for them, which is what it costs
 * @param last where it has ended; {@code null} where there are no further parts
 */
public record PartPage(List<TracePart> parts, int looked, Map<String, AttributeValue> last) {

  /** Whether another request may find more. */
  public boolean isLast() {
    return last == null;
  }
}
