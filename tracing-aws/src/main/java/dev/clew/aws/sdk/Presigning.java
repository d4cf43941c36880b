// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Presigners run interceptors, too, but send nothing: what they sign must stay as it is. */
final class Presigning {

  private Presigning() {}

  /** Clients measure every call, if only with a collector that does nothing. */
  static boolean is(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.API_CALL_METRIC_COLLECTOR) == null;
  }
}
