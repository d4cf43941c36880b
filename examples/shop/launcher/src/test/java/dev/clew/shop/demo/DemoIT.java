// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo as it is built, on a real WildFly: how it starts and how it ends. */
class DemoIT {

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedDemo demo =
            StartedDemo.start("--http-port", Integer.toString(taken.getLocalPort()))) {
      assertThat(demo.awaitExit()).isEqualTo(1);
      assertThat(demo.said()).contains("port " + taken.getLocalPort() + " is taken");
    }
  }

  /** Ways to end a process. */
  enum End {
    TERMINATED(ProcessHandle::destroy),
    KILLED(ProcessHandle::destroyForcibly);

    private final Consumer<ProcessHandle> how;

    End(Consumer<ProcessHandle> how) {
      this.how = how;
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoProcessWhenItEndsWhileTheServerStarts(End end) throws Exception {
    try (StartedDemo demo = StartedDemo.start("--once")) {
      demo.awaitSaying("Starting");
      await().until(() -> !demo.descendants().isEmpty());

      assertNothingIsLeft(demo, end);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoProcessWhenItEndsWhileItShowsTraces(End end) throws Exception {
    try (StartedDemo demo = StartedDemo.start()) {
      demo.awaitSaying("Ctrl-C ends it");

      assertNothingIsLeft(demo, end);
    }
  }

  private static void assertNothingIsLeft(StartedDemo demo, End end) throws Exception {
    List<ProcessHandle> started = demo.descendants();
    assertThat(started).isNotEmpty();

    end.how.accept(demo.handle());

    assertThat(demo.awaitExit()).isNotZero();
    StartedDemo.awaitGone(started);
  }
}
