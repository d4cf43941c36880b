// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.aws.messaging.Outgoing;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.aws.propagation.XRayPropagator;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One call, with all its attempts, that has a span. */
final class AwsCall implements Call {

  private static final String[] REQUEST_ID = {"x-amzn-RequestId", "x-amz-request-id"};
  private static final String EXTENDED_REQUEST_ID = "x-amz-id-2";
  private static final String RETRY = "clew.aws.retry";

  private final Context context;
  private final Span span;
  private final String sdkName;
  private final Service service;
  private final AwsTracer tracer;
  private final boolean recording;
  private final OpenCalls.Entry open;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile int lastStatus;

  AwsCall(Context context, String sdkName, AwsTracer tracer) {
    this.context = context;
    this.sdkName = sdkName;
    this.tracer = tracer;
    this.span = Span.fromContext(context);
    this.service = Service.of(sdkName);
    this.recording = span.isRecording();
    this.open = recording ? tracer.open().add(this, span) : null;
  }

  void describe(String operation, SdkRequest request) {
    if (recording) {
      service.describe(span, operation, request);
    }
  }

  @Override
  public SdkRequest carriedBy(SdkRequest asked) {
    if (!tracer.carriers().has(sdkName)) {
      return asked;
    }
    Outgoing outgoing = Outgoing.of(context, tracer.propagator());
    SdkRequest asking = tracer.asking(sdkName, asked);
    return outgoing == null ? asking : tracer.carriers().carrying(sdkName, asking, outgoing);
  }

  @Override
  public SdkHttpRequest carriedBy(SdkHttpRequest request, SdkRequest asked) {
    String header = XRayPropagator.header(context);
    return header == null || isSet(request.headers()) || isSet(ownHeaders(asked))
        ? request
        : request.toBuilder().putHeader(XRayHeader.NAME, header).build();
  }

  private static Map<String, List<String>> ownHeaders(SdkRequest asked) {
    return asked.overrideConfiguration().map(own -> own.headers()).orElse(Map.of());
  }

  private static boolean isSet(Map<String, List<String>> headers) {
    return headers.keySet().stream().anyMatch(XRayHeader.NAME::equalsIgnoreCase);
  }

  @Override
  public void sending(SdkHttpRequest request) {
    if (!recording) {
      return;
    }
    open.heard();
    int before = attempts.getAndIncrement();
    if (before == 0) {
      span.setAttribute(Keys.SERVER_ADDRESS, request.host());
      span.setAttribute(Keys.SERVER_PORT, (long) request.port());
    } else {
      retry(before);
    }
  }

  /** Why the attempt before has failed is known where there was an answer. */
  private void retry(int count) {
    span.setAttribute(Keys.RESEND_COUNT, (long) count);
    span.addEvent(
        RETRY,
        lastStatus == 0
            ? Attributes.of(Keys.RESEND_COUNT, (long) count)
            : Attributes.of(Keys.RESEND_COUNT, (long) count, Keys.HTTP_STATUS, (long) lastStatus));
    lastStatus = 0;
  }

  @Override
  public void answered(SdkHttpResponse response) {
    if (!recording) {
      return;
    }
    open.heard();
    lastStatus = response.statusCode();
    for (String header : REQUEST_ID) {
      response.firstMatchingHeader(header).ifPresent(id -> span.setAttribute(Keys.REQUEST_ID, id));
    }
    response
        .firstMatchingHeader(EXTENDED_REQUEST_ID)
        .ifPresent(id -> span.setAttribute(Keys.EXTENDED_REQUEST_ID, id));
  }

  @Override
  public void succeeded(SdkResponse response) {
    if (recording && open.close()) {
      try {
        status();
        service.describe(span, response);
      } finally {
        span.end();
      }
    }
  }

  @Override
  public void failed(Throwable failure) {
    if (recording && open.close()) {
      try {
        status();
        describe(SpanErrors.unwrapped(failure));
      } finally {
        span.end();
      }
    }
  }

  private void status() {
    if (lastStatus != 0) {
      span.setAttribute(Keys.HTTP_STATUS, (long) lastStatus);
    }
  }

  private void describe(Throwable failure) {
    String code = failure instanceof AwsServiceException answer ? code(answer) : null;
    if (code != null) {
      span.setAttribute(Keys.RPC_STATUS, code);
    }
    if (service.isSecret()) {
      span.setAttribute(Keys.ERROR_TYPE, failure.getClass().getName());
      span.setStatus(StatusCode.ERROR, code == null ? "" : code);
    } else {
      SpanErrors.record(span, failure);
    }
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
  }
}
