// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.aws.Untraced;
import dev.clew.instrument.Guard;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Records every call of every client of the AWS SDK, synchronous and asynchronous, as one span that
 * is a child of what is current where the call is made. The SDK finds it on the class path.
 * Thread-safe; nothing here throws.
 */
public final class AwsCallInterceptor implements ExecutionInterceptor {

  /** What the current call is recorded by; an attribute of the SDK's own, one a call. */
  private static final ExecutionAttribute<Call> CALL = new ExecutionAttribute<>("ClewCall");

  /** For the SDK. */
  public AwsCallInterceptor() {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    try {
      AwsTracer tracer = Untraced.isHere() ? null : AwsTracer.current();
      if (tracer != null && !Presigning.is(attributes)) {
        attributes.putAttribute(CALL, tracer.start(context.request(), attributes));
      }
    } catch (Throwable failure) {
      Guard.failed("start the span of an AWS call", failure);
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      return call == null ? context.request() : call.carriedBy(context.request());
    } catch (Throwable failure) {
      Guard.failed("let what is sent to AWS carry its span", failure);
      return context.request();
    }
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      return call == null
          ? context.httpRequest()
          : call.carriedBy(context.httpRequest(), context.request());
    } catch (Throwable failure) {
      Guard.failed("let an AWS call carry its span", failure);
      return context.httpRequest();
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      if (call != null) {
        call.sending(context.httpRequest());
      }
    } catch (Throwable failure) {
      Guard.failed("record an attempt of an AWS call", failure);
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      if (call != null) {
        call.answered(context.httpResponse());
      }
    } catch (Throwable failure) {
      Guard.failed("record the answer to an AWS call", failure);
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      if (call != null) {
        call.succeeded(context.response());
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of an AWS call", failure);
    }
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    try {
      Call call = attributes.getAttribute(CALL);
      if (call != null) {
        call.failed(context.exception());
      }
    } catch (Throwable failure) {
      Guard.failed("end the span of a failed AWS call", failure);
    }
  }
}
