// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.aws.AwsOptions;
import dev.clew.aws.PerApplication;
import dev.clew.aws.messaging.Carriers;
import dev.clew.instrument.Handover;
import dev.clew.instrument.Instruments;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Instant;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.regions.Region;

/** Starts the spans of one application's AWS calls. Thread-safe. */
final class AwsTracer {

  private static final String SYSTEM = "aws-api";

  private static final PerApplication<AwsTracer> TRACERS = new PerApplication<>(AwsTracer::make);

  private final boolean enabled;
  private final boolean polls;
  private final Carriers carriers;
  private final Instruments instruments;
  private final OpenCalls open = new OpenCalls();

  private AwsTracer(Tracing application) {
    this.enabled = application.settings().get(AwsOptions.SDK_ENABLED);
    this.polls = application.settings().get(AwsOptions.RECEIVE_TELEMETRY);
    this.carriers =
        new Carriers(
            application.settings().get(AwsOptions.KINESIS_ENVELOPE),
            application.settings().get(AwsOptions.EVENTBRIDGE_DETAIL));
    this.instruments = Instruments.of(application.openTelemetry(), "dev.clew.aws.sdk");
  }

  private static AwsTracer make(Tracing application) {
    AwsTracer tracer = new AwsTracer(application);
    application.beforeStop(tracer::endAll);
    return tracer;
  }

  /** The one of the calling application; {@code null} where calls are not to be traced. */
  static AwsTracer current() {
    AwsTracer current = TRACERS.current();
    return current.enabled ? current : null;
  }

  OpenCalls open() {
    return open;
  }

  /** What carries the trace in itself. */
  Carriers carriers() {
    return carriers;
  }

  /** What carries contexts to others, as it is configured. */
  TextMapPropagator propagator() {
    return instruments.propagator();
  }

  /** Ends what nobody else will end any more. */
  void endForgotten() {
    open.endForgotten();
  }

  /** Ends all: the application stops. */
  void endAll() {
    open.endAll();
  }

  /**
   * What sends a message that carries another span is a client (semantic conventions 1.44,
   * "Messaging spans", span kind): that other one has made the message, as with JMS over SQS.
   */
  private SpanKind kind(Service service, String operation, String sdkName, SdkRequest request) {
    SpanKind kind = service.kind(operation);
    return kind == SpanKind.PRODUCER
            && carriers.isCarrying(sdkName, request, instruments.propagator().fields())
        ? SpanKind.CLIENT
        : kind;
  }

  /** The request which asks for what carries the traces of messages that are received. */
  SdkRequest asking(String sdkName, SdkRequest request) {
    return carriers.asking(sdkName, request, instruments.propagator().fields());
  }

  /** Starts a call, whose span is a child of what is current on this thread. */
  Call start(SdkRequest request, ExecutionAttributes attributes) {
    endForgotten();
    Context parent = Context.current();
    String sdkName = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    if (polls
        || !Service.of(sdkName).isPoll(operation)
        || Span.fromContext(parent).getSpanContext().isValid()) {
      return start(request, attributes, parent, null);
    }
    Instant start = Instant.now();
    return new Poll(
        () -> start(request, attributes, parent, start), asked -> asking(sdkName, asked));
  }

  private AwsCall start(
      SdkRequest request, ExecutionAttributes attributes, Context parent, Instant start) {
    String sdkName = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    Service service = Service.of(sdkName);
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
    var builder =
        instruments
            .tracer()
            .spanBuilder(service.name() + '.' + operation)
            .setParent(parent)
            .setSpanKind(kind(service, operation, sdkName, request))
            .setAttribute(Keys.RPC_SYSTEM, SYSTEM)
            .setAttribute(Keys.RPC_METHOD, service.name() + '/' + operation);
    if (region != null) {
      builder.setAttribute(Keys.REGION, region.id());
    }
    if (start != null) {
      builder.setStartTimestamp(start);
    }
    Span span = builder.startSpan();
    Handover.describe(span, parent);
    AwsCall call = new AwsCall(parent.with(span), sdkName, this);
    call.describe(operation, request);
    return call;
  }
}
