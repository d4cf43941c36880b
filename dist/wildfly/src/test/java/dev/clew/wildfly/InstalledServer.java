// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import dev.clew.dist.Installation;
import dev.clew.it.harness.OtlpReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Installs Clew on the server under test, before Arquillian reads its configuration. */
public final class InstalledServer implements TestExecutionListener {

  static final String CONFIGURATION = "standalone-full.xml";

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    try {
      Installation.unpack();
      Path home = Home.create("server");
      Installation.run("install", "--config", CONFIGURATION, home).assertDone();
      System.setProperty("it.server.home", home.toString());
      System.setProperty("it.drop-in", home.resolve("modules/dev/clew/main/drop-in").toString());
      System.setProperty("it.endpoint", OtlpReceiver.shared().endpoint());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
