// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.jpa;

import static org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider.emSetupImpls;

import java.util.List;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/** The persistence units that EclipseLink keeps, for all applications of a server at once. */
final class EclipseLinkUnits {

  private EclipseLinkUnits() {}

  /** Traces those of applications that have this very library. */
  static void trace() {
    for (EntityManagerSetupImpl unit : all()) {
      AbstractSession session = unit.getSession();
      if (session != null && seesThis(unit.getPersistenceUnitInfo().getClassLoader())) {
        EclipseLinkSession.of(session);
      }
    }
  }

  /** As EclipseLink does, who lets other applications come and go meanwhile. */
  private static List<EntityManagerSetupImpl> all() {
    synchronized (emSetupImpls) {
      return List.copyOf(emSetupImpls.values());
    }
  }

  /** Others would keep this application alive after it has stopped. */
  private static boolean seesThis(ClassLoader application) {
    try {
      return Class.forName(EclipseLinkUnits.class.getName(), false, application)
          == EclipseLinkUnits.class;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
