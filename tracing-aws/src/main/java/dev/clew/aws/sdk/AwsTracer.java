// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sdk;

import dev.clew.aws.AwsOptions;
import dev.clew.instrument.Handover;
import dev.clew.instrument.Instruments;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.regions.Region;

/** Starts the spans of one application's AWS calls. Thread-safe. */
final class AwsTracer {

  private static final String SYSTEM = "aws-api";

  /** The one made last: most often there is just one application. Weak, to keep none alive. */
  private static volatile WeakReference<AwsTracer> made = new WeakReference<>(null);

  private final Tracing application;
  private final boolean enabled;
  private final Tracer tracer;
  private final OpenCalls open = new OpenCalls();

  private AwsTracer(Tracing application) {
    this.application = application;
    this.enabled = application.settings().get(AwsOptions.SDK_ENABLED);
    this.tracer = Instruments.of(application.openTelemetry(), "dev.clew.aws.sdk").tracer();
  }

  /** The one of the calling application; {@code null} where calls are not to be traced. */
  static AwsTracer current() {
    Tracing now = Tracing.current();
    AwsTracer known = made.get();
    AwsTracer current = known != null && known.application == now ? known : make(now);
    return current.enabled ? current : null;
  }

  /** One that is made at the same time by another thread does as well. */
  private static AwsTracer make(Tracing now) {
    AwsTracer tracer = new AwsTracer(now);
    now.beforeStop(tracer::endAll);
    made = new WeakReference<>(tracer);
    return tracer;
  }

  /** Ends what nobody else will end any more. */
  void endForgotten() {
    open.endForgotten();
  }

  /** Ends all: the application stops. */
  void endAll() {
    open.endAll();
  }

  /** Starts the span of a call, as a child of what is current on this thread. */
  AwsCall start(SdkRequest request, ExecutionAttributes attributes) {
    endForgotten();
    Service service = Service.of(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
    Context parent = Context.current();
    var builder =
        tracer
            .spanBuilder(service.name() + '.' + operation)
            .setParent(parent)
            .setSpanKind(service.kind(operation))
            .setAttribute(Keys.RPC_SYSTEM, SYSTEM)
            .setAttribute(Keys.RPC_METHOD, service.name() + '/' + operation);
    if (region != null) {
      builder.setAttribute(Keys.REGION, region.id());
    }
    Span span = builder.startSpan();
    Handover.describe(span, parent);
    AwsCall call = new AwsCall(parent.with(span), service, open);
    call.describe(operation, request);
    return call;
  }
}
