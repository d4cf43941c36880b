// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What happens to a call, from the application's request to the answer or the failure that the
 * application sees. Thread-safe: attempts run on any thread, one after the other.
 */
interface Call {

  /** What the application sends, with what carries this call's span to its receiver. */
  SdkRequest carriedBy(SdkRequest asked);

  /**
   * The request with X-Ray's header, which is AWS's own; one that the application has set stays.
   *
   * @param asked whose own headers are not in the request yet
   */
  SdkHttpRequest carriedBy(SdkHttpRequest request, SdkRequest asked);

  /** An attempt is about to be sent: the first, or another one. */
  void sending(SdkHttpRequest request);

  void answered(SdkHttpResponse response);

  void succeeded(SdkResponse response);

  void failed(Throwable failure);
}
