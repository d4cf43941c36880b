// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Payara in one jar: what an application asks of it is the same, what it brings is less. */
final class PayaraMicro implements Server {

  private static final String NO_JMS = "it has no JMS";
  private static final String NO_EARS = "it takes no EARs";

  private final Server payara = new Payara();

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public String title() {
    return "Payara Micro 6";
  }

  @Override
  public Map<Capability, String> gaps() {
    Map<Capability, String> gaps = new EnumMap<>(payara.gaps());
    List.of(Capability.MDB, Capability.JMS, Capability.JMS_DEFINITION, Capability.JMS_CONTEXT)
        .forEach(capability -> gaps.put(capability, NO_JMS));
    List.of(Capability.EAR, Capability.EAR_OF_WARS)
        .forEach(capability -> gaps.put(capability, NO_EARS));
    gaps.put(
        Capability.REDEPLOY,
        "of 20 applications that were deployed and undeployed by Payara Micro's API, the class loader"
            + " of the last was still there half a minute later; who keeps it is not known yet. No"
            + " thread is left");
    return gaps;
  }

  @Override
  public List<Integer> ports() {
    return List.of(8080, 8443);
  }

  @Override
  public void adapt(WebArchive archive) {
    payara.adapt(archive);
  }

  @Override
  public void adapt(EnterpriseArchive archive) {
    payara.adapt(archive);
  }

  @Override
  public void share(WebArchive archive) {
    payara.share(archive);
  }

  @Override
  public String dataSource() {
    return payara.dataSource();
  }
}
