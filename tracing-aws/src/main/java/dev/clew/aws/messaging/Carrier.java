// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.Collection;
import software.amazon.awssdk.core.SdkRequest;

/** Lets requests of one service carry a trace. Thread-safe. */
interface Carrier {

  /**
   * The request with what it is to carry; the same where it carries nothing, or what the
   * application has put there.
   */
  SdkRequest carrying(SdkRequest request, Outgoing outgoing);

  /**
   * The request which asks for what carries a trace, where it asks for messages.
   *
   * @param headers the names of what may carry one
   */
  default SdkRequest asking(SdkRequest request, Collection<String> headers) {
    return request;
  }

  /**
   * Whether what is sent carries a trace already, because the application, or whoever sends for it,
   * has put it there.
   *
   * @param headers the names of what may carry one
   */
  default boolean isCarrying(SdkRequest request, Collection<String> headers) {
    return false;
  }
}
