// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** A servlet container with CDI may have no JMS. */
class WithoutJmsTest {

  @Test
  void extensionIsLoadedAndDoesNothing() throws Exception {
    try (URLClassLoader loader = new LoaderWithoutJms()) {
      assertThatThrownBy(() -> loader.loadClass("jakarta.jms.Message"))
          .isInstanceOf(ClassNotFoundException.class);
      Class<?> extension = loader.loadClass(JmsExtension.class.getName());
      Object made = extension.getConstructor().newInstance();

      assertThat(extension.getClassLoader()).isSameAs(loader);
      assertThat(extension.getDeclaredMethods()).isNotEmpty();
      for (Method observer : extension.getDeclaredMethods()) {
        if (!observer.isSynthetic() && !observer.getName().equals("isPresent")) {
          observer.setAccessible(true);
          assertThat(observer.invoke(made, new Object[observer.getParameterCount()])).isNull();
        }
      }
    }
  }

  /** Loads what is tested by itself, and nothing of JMS. */
  private static final class LoaderWithoutJms extends URLClassLoader {

    LoaderWithoutJms() {
      super(
          new URL[] {JmsExtension.class.getProtectionDomain().getCodeSource().getLocation()},
          JmsExtension.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.jms.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.clew.messaging.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }
}
