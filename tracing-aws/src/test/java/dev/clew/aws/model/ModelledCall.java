// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as its service understands it.
 *
 * @param operation such as {@code PutMetricData}
 * @param input the members of the operation's input
 */
public record ModelledCall(ServiceModel service, String operation, JsonNode input) {

  /** What is wrong with it, by the service's model and by the limits that AWS documents beside. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>(service.violations(operation, input));
    if (violations.isEmpty()) {
      violations.addAll(Limits.violations(operation, input));
    }
    return violations;
  }

  /** What a policy has to allow for it, such as {@code cloudwatch:PutMetricData}. */
  public String action() {
    return service.policyPrefix() + ":" + operation;
  }
}
