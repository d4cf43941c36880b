// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs each test with an engine of its own and looks at all that it records:
 *
 * <pre>{@code
 * @ExtendWith(TracingExtension.class)
 * class CheckoutTest {
 *
 *   @Test
 *   void aCallIsOneSpan(Traces traces) {
 *     checkout.place(order);
 *     assertThatTrace(traces).hasTree("Checkout.place > PriceList.total");
 *   }
 * }
 * }</pre>
 *
 * <p>A test can have {@link Traces}, an {@link OpenTelemetry} and a {@link Tracer} as parameters.
 * With settings, it is a field: {@code @RegisterExtension final TracingExtension tracing =
 * TracingExtension.builder().setting("otel.traces.sampler", "always_off").build()}.
 *
 * <p>The engine is what {@code Tracing.current()} finds for the thread's context class loader. A
 * test fails at its end if a span was not finished, was finished twice, or has a parent that was
 * not finished here and is not remote; if the test did not take a span; if a scope is still open on
 * any thread or was closed on another than it was opened on; and if anything of a span is not as
 * {@link OtlpChecks} has it. Waiting is for conditions, up to a limit of 20 seconds, or what the
 * builder or, before that, JUnit's configuration parameter {@value #LIMIT} says, as in {@code
 * PT5S}.
 *
 * <p>Tests of one process run one after the other; their spans may come from any thread.
 */
public final class TracingExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  static final String LIMIT = "clew.testkit.limit";

  private final Map<String, String> settings;
  private final OtlpChecks checks;
  private final Duration longest;
  private Duration limit;
  private TestTracing running;

  /** With default settings, for {@code @ExtendWith}. */
  public TracingExtension() {
    this(builder());
  }

  private TracingExtension(Builder builder) {
    this.settings = Map.copyOf(builder.settings);
    this.checks = OtlpChecks.allowing(builder.ownPrefixes.toArray(String[]::new));
    this.longest = builder.limit;
  }

  /** With default settings. */
  public static TracingExtension create() {
    return builder().build();
  }

  /** With settings of one's own. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    OpenScopes.requireWatched();
    OpenScopes.forget();
    limit = context.getConfigurationParameter(LIMIT, Duration::parse).orElse(longest);
    running = TestTracing.start(settings, checks, limit);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestTracing ended = running;
    running = null;
    if (ended != null) {
      ended.stop();
    }
  }

  /**
   * Starts over with more settings, before the test has recorded anything.
   *
   * @param more beside those of the builder, and before them
   */
  public void configure(Map<String, String> more) {
    running().stop();
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    running = TestTracing.start(all, checks, limit);
  }

  /**
   * Starts over with an OpenTelemetry that is not Clew's, such as a {@link ThrowingOpenTelemetry},
   * before the test has recorded anything.
   */
  public void use(OpenTelemetry other) {
    running().stop();
    running = TestTracing.with(other, settings, checks, limit);
  }

  /** What records in this test. */
  public OpenTelemetry openTelemetry() {
    return running().openTelemetry();
  }

  /** A tracer for spans of the test itself. */
  public Tracer tracer() {
    return openTelemetry().getTracer("dev.clew.testkit");
  }

  /** The settings of this test. */
  public Settings settings() {
    return running().settings();
  }

  /** What has been reported of the settings in this test, each as {@code id: message}. */
  public List<String> problems() {
    return running().problems();
  }

  /** What this test records, trace by trace; a test may have it as a parameter. */
  public Traces traces() {
    return running().collector();
  }

  /** Waits for a span, and takes it. */
  public FinishedSpan takeOne() {
    return running().collector().take("a span", span -> true);
  }

  /** Waits for a span of that name, and takes it. */
  public FinishedSpan take(String name) {
    return running().collector().take("a span \"" + name + "\"", s -> s.name().equals(name));
  }

  /** Waits for a span of that kind, and takes it. */
  public FinishedSpan take(SpanKind kind) {
    return running().collector().take("a " + kind + " span", span -> span.kind() == kind);
  }

  /**
   * Waits for that many spans, and takes them.
   *
   * @return in the order in which they ended
   * @throws AssertionError if there are fewer, or already more
   */
  public List<FinishedSpan> takeAll(int count) {
    return running().collector().takeAll(count);
  }

  /** Lets spans be that this test does not take, because nobody can say how many there are. */
  public void ignoreOthers() {
    running().collector().ignoreOthers();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Traces.class
        || (type == OpenTelemetry.class || type == Tracer.class) && !hasArguments(parameter);
  }

  /** A parameterized test has arguments of its own, which may be of these types. */
  private static boolean hasArguments(ParameterContext parameter) {
    return AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), TestTemplate.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Traces.class ? traces() : type == Tracer.class ? tracer() : openTelemetry();
  }

  private TestTracing running() {
    if (running == null) {
      throw new IllegalStateException("no test is running, or this is not a registered extension");
    }
    return running;
  }

  /** Prepares an extension. Not thread-safe. */
  public static final class Builder {

    private final Map<String, String> settings = new HashMap<>(Map.of("otel.service.name", "test"));
    private final List<String> ownPrefixes = new ArrayList<>();
    private Duration limit = Duration.ofSeconds(20);

    private Builder() {}

    /** Sets a configuration key for every test. */
    public Builder setting(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /** Lets attributes pass that start so and are not in the semantic conventions. */
    public Builder allowAttributes(String prefix) {
      ownPrefixes.add(prefix);
      return this;
    }

    /** Limits how long anything is waited for; 20 seconds where nothing is said. */
    public Builder waitAtMost(Duration longest) {
      limit = longest;
      return this;
    }

    /** The extension, for a field with {@code @RegisterExtension}. */
    public TracingExtension build() {
      return new TracingExtension(this);
    }
  }
}
