// SPDX-License-Identifier: Apache-2.0
package dev.clew.it;

import dev.clew.it.harness.OtlpReceiver;
import dev.clew.it.server.Capability;
import dev.clew.it.server.OnlyOn;
import dev.clew.it.server.Shows;
import org.junit.jupiter.api.AfterEach;

/** MicroProfile Telemetry, switched on, traces requests already: nothing is traced twice. */
@Shows(Capability.JOINS)
@OnlyOn({"wildfly-telemetry", "payara", "micro", "liberty-telemetry"})
class ServersTelemetryIT extends TracedOnce {

  @Override
  String service(String application) {
    return application;
  }

  @AfterEach
  void forgetTheServersOwnConventions() {
    OtlpReceiver.shared().forgetProblems();
  }
}
