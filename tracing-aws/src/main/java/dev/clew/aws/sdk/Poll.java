// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A call that asks for messages and belongs to no trace: by itself it would be one of a single
 * span, every few seconds. It is recorded from when something goes wrong on, with what was before.
 */
final class Poll implements Call {

  private final Supplier<AwsCall> recorded;
  private final UnaryOperator<SdkRequest> asking;

  /** Guarded by this, as all that follows. */
  private AwsCall seen;

  private SdkHttpRequest sent;
  private SdkHttpResponse answer;

  /**
   * One that is not recorded yet.
   *
   * @param recorded starts its span, at the time when the call began
   * @param asking asks for what carries the traces of messages, whoever records their receipt
   */
  Poll(Supplier<AwsCall> recorded, UnaryOperator<SdkRequest> asking) {
    this.recorded = recorded;
    this.asking = asking;
  }

  @Override
  public SdkRequest carriedBy(SdkRequest asked) {
    return asking.apply(asked);
  }

  @Override
  public SdkHttpRequest carriedBy(SdkHttpRequest request, SdkRequest asked) {
    return request;
  }

  @Override
  public synchronized void sending(SdkHttpRequest request) {
    if (sent != null) {
      see().sending(request);
    }
    sent = request;
  }

  @Override
  public synchronized void answered(SdkHttpResponse response) {
    answer = response;
    if (seen != null) {
      seen.answered(response);
    }
  }

  @Override
  public synchronized void succeeded(SdkResponse response) {
    if (seen != null) {
      seen.succeeded(response);
    }
  }

  @Override
  public synchronized void failed(Throwable failure) {
    see().failed(failure);
  }

  private AwsCall see() {
    if (seen == null) {
      seen = recorded.get();
      if (sent != null) {
        seen.sending(sent);
      }
      if (answer != null) {
        seen.answered(answer);
      }
    }
    return seen;
  }
}
