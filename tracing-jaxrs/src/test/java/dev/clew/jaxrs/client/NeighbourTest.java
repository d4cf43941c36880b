// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeighbourTest {

  private static final URL[] CLEW = {
    Neighbour.class.getProtectionDomain().getCodeSource().getLocation()
  };
  private static final ClassLoader HERE = NeighbourTest.class.getClassLoader();

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void leave() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void isAnApplicationWithItsOwnClew() throws Exception {
    try (URLClassLoader other = new URLClassLoader(CLEW, ClassLoader.getPlatformClassLoader())) {
      assertThat(isCallingOn(other)).isTrue();
      assertThat(isCallingOn(HERE)).isFalse();
      assertThat(isCallingOn(other)).isTrue();
    }
  }

  @Test
  void isNoApplicationThatSeesThisClew() throws Exception {
    try (URLClassLoader child = new URLClassLoader(new URL[0], HERE)) {
      assertThat(isCallingOn(child)).isFalse();
    }
  }

  @Test
  void isNoThreadThatBelongsToNobody() {
    assertThat(isCallingOn(null)).isFalse();
    assertThat(isCallingOn(ClassLoader.getPlatformClassLoader())).isFalse();
  }

  private static boolean isCallingOn(ClassLoader loader) {
    Thread.currentThread().setContextClassLoader(loader);
    return Neighbour.isCalling();
  }
}
