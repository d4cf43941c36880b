// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import software.amazon.awssdk.core.SdkRequest;

/** Lets requests of one service carry a trace. Thread-safe. */
interface Carrier {

  /**
   * The request with what it is to carry; the same where it carries nothing, or what the
   * application has put there.
   */
  SdkRequest carrying(SdkRequest request, Outgoing outgoing);
}
