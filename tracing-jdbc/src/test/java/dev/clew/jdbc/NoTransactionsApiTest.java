// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jdbc.ContainerTransactionTest.Names;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import javax.naming.Context;
import org.junit.jupiter.api.Test;

/** Where the platform has no Jakarta Transactions. */
class NoTransactionsApiTest {

  /** Loads the decorators anew, and does not see the API. */
  private static final class Without extends ClassLoader {

    Without() {
      super(Jta.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.transaction.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith("dev.clew.jdbc.Jta") ? define(name) : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  @Test
  void thereAreNoTransactionsOfTheContainer() throws Exception {
    Class<?> jta = new Without().loadClass("dev.clew.jdbc.Jta");
    Constructor<?> constructor = jta.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method find = jta.getDeclaredMethod("find");
    find.setAccessible(true);

    assertThat(jta).isNotSameAs(Jta.class);
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    try {
      assertThat(find.invoke(constructor.newInstance())).isNull();
    } finally {
      System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
  }
}
