// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The method that handles a request has its server span, and needs no other. */
class EndpointTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void theServerSpanStandsForTheEndpoint() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("get", String.class, () -> bean.get("7"));
    FinishedSpan server = tracing.takeOne();
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(server.attributes()).containsEntry("app.id", "7").containsEntry("app.got", "got 7");
  }

  @Test
  void onlyTheFirstCallIsTheEndpoints() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("again", int.class, () -> bean.again(2));
    assertThat(tracing.takeAll(3))
        .extracting(FinishedSpan::kind)
        .containsExactly(SpanKind.INTERNAL, SpanKind.INTERNAL, SpanKind.SERVER);
  }

  @Test
  void otherMethodsOfTheBeanKeepTheirSpans() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("get", String.class, () -> bean.again(0));
    assertThat(tracing.takeAll(2)).extracting(FinishedSpan::name).contains("again");
  }

  @Test
  void whereNobodyHasToldTheEndpointItKeepsItsSpan() throws Exception {
    Resource bean = weld.bean(Resource.class);
    assertThat(ServedRequest.to(tracing).run(() -> bean.get("7"))).isEqualTo("got 7");
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::kind)
        .containsExactly(SpanKind.INTERNAL, SpanKind.SERVER);
  }

  @Test
  void aSkippedRequestLeavesItTheSpan() throws Exception {
    Resource bean = weld.bean(Resource.class);
    ServedRequest.to(tracing, "/health")
        .handledBy(Resource.class, method("get", String.class))
        .run(() -> bean.get("7"));
    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void anUnsampledRequestRecordsNothing() throws Exception {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    Resource bean = weld.bean(Resource.class);
    assertThat(serve("get", String.class, () -> bean.get("7"))).isEqualTo("got 7");
  }

  @Test
  void anExceptionIsRecordedOnceAndItsResponseJudgesIt() throws Exception {
    Resource bean = weld.bean(Resource.class);
    assertThatThrownBy(() -> serve("fail", null, bean::fail)).isSameAs(Resource.FAILURE);
    FinishedSpan server = tracing.takeOne();
    assertThat(server.events()).hasSize(1);
    assertThat(server.status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void aStageThatFailsIsRecordedOnceAndComesBackItself() throws Exception {
    Resource bean = weld.bean(Resource.class);
    assertThat(serve("failLater", null, bean::failLater)).isSameAs(Resource.FAILED);
    assertThat(tracing.takeOne().events()).hasSize(1);
  }

  @Test
  void whatTagsTheValueOfAStageKeepsItsSpan() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("tagLater", null, bean::tagLater);
    assertThat(tracing.take(SpanKind.INTERNAL).text("app.got")).isEqualTo("later");
    tracing.takeOne();
  }

  @Test
  void aRootIsATraceOfItsOwn() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("root", null, () -> bean.root());
    assertThat(tracing.take("root").isRoot()).isTrue();
    tracing.takeOne();
  }

  @Test
  void withSpanKeepsItsSpan() throws Exception {
    Resource bean = weld.bean(Resource.class);
    serve("withSpan", null, () -> bean.withSpan());
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::kind)
        .containsExactly(SpanKind.INTERNAL, SpanKind.SERVER);
  }

  @Test
  void anEndpointMayBeKnownByItsInterface() throws Exception {
    Generic bean = weld.bean(Generic.class);
    ServedRequest.to(tracing)
        .handledBy(Function.class, Function.class.getMethod("apply", Object.class))
        .run(() -> bean.apply("four"));
    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.SERVER);
  }

  @Test
  void anotherBeanThatInheritsTheMethodIsNotTheEndpoint() throws Exception {
    var container = weld.start(Generic.class, AlsoGeneric.class);
    AlsoGeneric other = container.select(AlsoGeneric.class).get();
    ServedRequest.to(tracing)
        .handledBy(Generic.class, Base.class.getDeclaredMethod("inherited"))
        .run(() -> other.inherited());
    assertThat(tracing.takeAll(2)).hasSize(2);
  }

  private Object serve(String method, Class<?> parameter, ServedRequest.Work work)
      throws Exception {
    return ServedRequest.to(tracing).handledBy(Resource.class, method(method, parameter)).run(work);
  }

  private static Method method(String name, Class<?> parameter) throws NoSuchMethodException {
    return parameter == null
        ? Resource.class.getDeclaredMethod(name)
        : Resource.class.getDeclaredMethod(name, parameter);
  }

  @ApplicationScoped
  static class Resource {
    static final IllegalStateException FAILURE = new IllegalStateException("sold out");
    static final CompletionStage<String> FAILED = CompletableFuture.failedStage(FAILURE);

    @Inject Resource self;

    @Traced(operationName = "get")
    @SpanTag("app.got")
    String get(@SpanTag("app.id") String id) {
      return "got " + id;
    }

    @Traced(operationName = "again")
    public int again(int times) {
      return times == 0 ? 0 : self.again(times - 1);
    }

    @Traced
    Object fail() {
      throw FAILURE;
    }

    @Traced
    CompletionStage<String> failLater() {
      return FAILED;
    }

    @Traced
    @SpanTag("app.got")
    CompletionStage<String> tagLater() {
      return CompletableFuture.completedStage("later");
    }

    @Traced(operationName = "root", root = true)
    Object root() {
      return null;
    }

    @WithSpan
    Object withSpan() {
      return null;
    }
  }

  @Traced
  static class Base {
    Object inherited() {
      return null;
    }
  }

  @ApplicationScoped
  static class Generic extends Base implements Function<String, Integer> {
    @Override
    public Integer apply(String text) {
      return text.length();
    }
  }

  @ApplicationScoped
  static class AlsoGeneric extends Base {}
}
