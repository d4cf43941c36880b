// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library may be in several web applications of one EAR. */
class AddedTypeTest {

  private static final String NAME = AddedType.class.getName();

  @Test
  void idOfATypeIsTheSameEveryTime(@TempDir Path war) throws Exception {
    assertThat(idIn(war)).startsWith(NAME).isEqualTo(idIn(war));
  }

  @Test
  void typesOfTheSameNameElsewhereHaveOtherIds(@TempDir Path left, @TempDir Path right)
      throws Exception {
    assertThat(idIn(left)).isNotEqualTo(idIn(right));
  }

  @Test
  void typeOfThePlatformHasOneToo() {
    assertThat(AddedType.id(String.class)).isEqualTo("java.lang.String");
  }

  private static String idIn(Path war) throws Exception {
    String file = NAME.replace('.', '/') + ".class";
    Path copy = war.resolve(file);
    if (Files.notExists(copy)) {
      Files.createDirectories(copy.getParent());
      try (InputStream original = AddedType.class.getResourceAsStream("/" + file)) {
        Files.copy(original, copy);
      }
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {war.toUri().toURL()}, null)) {
      return AddedType.id(loader.loadClass(NAME));
    }
  }
}
