// SPDX-License-Identifier: Apache-2.0
package dev.clew.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInTest {

  @Test
  void apiIsLeftToApplicationsThatBringIt(@TempDir Path directory) throws IOException {
    Path tracing = Files.createFile(directory.resolve("tracing-engine-1.jar"));
    Path api = Files.createFile(directory.resolve("opentelemetry-api-1.jar"));
    Files.createFile(directory.resolve("LICENSE"));

    DropIn dropIn = DropIn.in(directory);

    assertThat(dropIn.jarsFor(false)).containsExactly(tracing, api);
    assertThat(dropIn.jarsFor(true)).containsExactly(tracing);
  }

  @Test
  void directoryThatIsNotThereIsReported(@TempDir Path directory) {
    assertThatThrownBy(() -> DropIn.in(directory.resolve("drop-in")))
        .isInstanceOf(IOException.class);
  }
}
