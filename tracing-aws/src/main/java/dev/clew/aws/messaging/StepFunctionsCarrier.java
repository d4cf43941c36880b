// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionRequest;

/** Step Functions: X-Ray's header with the execution that is started, in 256 characters. */
final class StepFunctionsCarrier implements Carrier {

  @Override
  public SdkRequest carrying(SdkRequest request, Outgoing outgoing) {
    if (request instanceof StartExecutionRequest start && start.traceHeader() == null) {
      return start.toBuilder().traceHeader(outgoing.shortXRay()).build();
    }
    if (request instanceof StartSyncExecutionRequest start && start.traceHeader() == null) {
      return start.toBuilder().traceHeader(outgoing.shortXRay()).build();
    }
    return request;
  }
}
