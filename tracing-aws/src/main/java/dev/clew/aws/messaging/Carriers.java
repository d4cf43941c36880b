// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkRequest;

/**
 * The services whose requests carry a trace in themselves, beside the header of the request.
 * Immutable.
 *
 * @param wrapsRecords whether records of Kinesis are to
 * @param inDetail whether events of EventBridge are to in their detail, too
 */
public record Carriers(boolean wrapsRecords, boolean inDetail) {

  private static final Set<String> SERVICES = Set.of("Sqs", "Sns", "EventBridge", "Lambda", "Sfn");

  private static final String KINESIS = "Kinesis";

  /**
   * Whether a service's requests carry anything.
   *
   * @param service as the SDK calls it; may be {@code null}
   */
  public boolean has(String service) {
    return service != null
        && (SERVICES.contains(service) || wrapsRecords && KINESIS.equals(service));
  }

  /**
   * The request with what it is to carry.
   *
   * @param service as the SDK calls it; its classes are loaded now
   */
  public SdkRequest carrying(String service, SdkRequest request, Outgoing outgoing) {
    return carrier(service).carrying(request, outgoing);
  }

  /**
   * The request, which asks for what carries a trace where it asks for messages.
   *
   * @param service as the SDK calls it; may be {@code null}
   * @param headers the names of what may carry one; none where nobody reads any
   */
  public SdkRequest asking(String service, SdkRequest request, Collection<String> headers) {
    return has(service) && !headers.isEmpty() ? carrier(service).asking(request, headers) : request;
  }

  /**
   * Whether what a request sends carries a trace already.
   *
   * @param service as the SDK calls it; may be {@code null}
   * @param headers the names of what may carry one
   */
  public boolean isCarrying(String service, SdkRequest request, Collection<String> headers) {
    return has(service) && carrier(service).isCarrying(request, headers);
  }

  private Carrier carrier(String service) {
    Supplier<Carrier> carrier =
        switch (service) {
          case "Sqs" -> SqsCarrier::new;
          case "Sns" -> SnsCarrier::new;
          case "EventBridge" -> () -> new EventBridgeCarrier(inDetail);
          case "Lambda" -> LambdaCarrier::new;
          case KINESIS -> KinesisCarrier::new;
          case "Sfn" -> StepFunctionsCarrier::new;
          default -> () -> (same, nothing) -> same;
        };
    return carrier.get();
  }
}
