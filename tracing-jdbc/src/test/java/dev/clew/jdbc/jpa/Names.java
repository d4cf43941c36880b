// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.Name;
import javax.naming.NameNotFoundException;
import javax.naming.NameParser;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** A naming service of this process, in the place of a container's. */
public final class Names implements InitialContextFactory {

  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  static void bind(String name, Object value) {
    BOUND.put(name, value);
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
    return new Root();
  }

  private static final class Root extends InitialContext {

    Root() throws NamingException {
      super(true);
    }

    @Override
    public NameParser getNameParser(String name) {
      return CompositeName::new;
    }

    @Override
    public Object lookup(Name name) throws NamingException {
      Object found = BOUND.get(name.toString());
      if (found == null) {
        throw new NameNotFoundException(name.toString());
      }
      return found;
    }

    @Override
    public void close() {}
  }
}
