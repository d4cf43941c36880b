// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import com.google.protobuf.Message;
import dev.clew.testkit.Traces;
import dev.clew.testkit.assertions.TraceAssertions;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.File;
import java.net.URISyntaxException;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.opentest4j.AssertionFailedError;

/** What a test needs that runs within the container, to see traces and say what they look like. */
final class WithinContainer {

  /** Where the test itself is called, which is not traced. */
  static final String PATHS = ".*/ArquillianServletRunner.*";

  private WithinContainer() {}

  /** Traces and assertions, without what watches the scopes of the test's own JVM. */
  static JavaArchive jar(Session session) {
    Properties properties = new Properties();
    properties.put(InjectedTraces.ENDPOINT, session.endpoint());
    properties.put(InjectedTraces.LIMIT, session.options().limit().toString());
    return ShrinkWrap.create(JavaArchive.class, "clew-testkit-within.jar")
        .addPackage(Traces.class.getPackage())
        .addPackage(TraceAssertions.class.getPackage())
        .addClasses(InjectedTraces.class, Untraced.class)
        .addAsResource(new StringAsset(Settings.write(properties)), InjectedTraces.RESOURCE)
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  /** The jars that these need. */
  static File[] dependencies() {
    return Stream.of(
            Assertions.class, Message.class, ResourceSpans.class, AssertionFailedError.class)
        .map(WithinContainer::jarOf)
        .toArray(File[]::new);
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
