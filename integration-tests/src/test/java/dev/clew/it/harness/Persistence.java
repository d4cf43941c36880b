// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The persistence unit of an archive: all of its entities, no word of tracing. */
public final class Persistence {

  private static final String UNIT =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="products" transaction-type="JTA">
          <jta-data-source>%s</jta-data-source>
          <shared-cache-mode>NONE</shared-cache-mode>
          <properties>
            <property name="jakarta.persistence.schema-generation.database.action"
                value="drop-and-create"/>
          </properties>
        </persistence-unit>
      </persistence>
      """;

  private Persistence() {}

  /**
   * Adds a persistence unit.
   *
   * @param dataSource the name of a DataSource of the container
   */
  public static WebArchive over(String dataSource, WebArchive archive) {
    return archive.addAsResource(
        new StringAsset(UNIT.formatted(dataSource)), "META-INF/persistence.xml");
  }
}
