// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, linux",
    "Windows Server 2022, windows",
    "Windows 11, windows",
    "Mac OS X, darwin",
    "SunOS, solaris",
    "AIX, aix",
    "HP-UX, hpux",
    "z/OS, zos",
    "FreeBSD, freebsd",
    "TempleOS, ''",
    "'', ''",
  })
  void operatingSystemsHaveTheNamesOfTheConventions(String java, String expected) {
    assertThat(Platform.osType(java)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, amd64",
    "x86_64, amd64",
    "aarch64, arm64",
    "arm, arm32",
    "i386, x86",
    "ppc64le, ppc64",
    "s390x, s390x",
    "riscv64, riscv64",
  })
  void processorsHaveTheNamesOfTheConventions(String java, String expected) {
    assertThat(Platform.arch(java)).isEqualTo(expected);
  }

  @Test
  void theHostNameIsTheFilesFirstLine(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("hostname"), " web-1 \nignored\n");

    assertThat(HostName.firstLine(file)).isEqualTo("web-1");
  }

  @Test
  void aFileThatIsNoneSaysNothing(@TempDir Path directory) throws Exception {
    assertThat(HostName.firstLine(directory)).isEmpty();
    assertThat(HostName.firstLine(directory.resolve("absent"))).isEmpty();
    assertThat(HostName.firstLine(Files.createFile(directory.resolve("empty")))).isEmpty();
  }
}
