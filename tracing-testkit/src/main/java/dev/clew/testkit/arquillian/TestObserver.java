// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import org.jboss.arquillian.config.descriptor.api.ArquillianDescriptor;
import org.jboss.arquillian.container.spi.event.container.BeforeDeploy;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.annotation.SuiteScoped;
import org.jboss.arquillian.test.spi.event.suite.After;
import org.jboss.arquillian.test.spi.event.suite.AfterClass;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.Before;
import org.jboss.arquillian.test.spi.event.suite.BeforeClass;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Hears what Arquillian does, and when. Called by Arquillian, for one test after the other. */
public final class TestObserver {

  /** Before Arquillian itself deploys. */
  private static final int FIRST = 100;

  /** After Arquillian itself has undeployed. */
  private static final int LAST = -100;

  @Inject private Instance<ArquillianDescriptor> descriptor;
  @Inject @SuiteScoped private InstanceProducer<Session> session;

  /** For Arquillian. */
  public TestObserver() {}

  void beforeSuite(@Observes(precedence = FIRST) BeforeSuite event) {
    Options options =
        Options.of(descriptor.get().extension(Options.QUALIFIER).getExtensionProperties());
    if (options.enabled()) {
      session.set(new Session(options));
    }
  }

  void beforeClass(@Observes(precedence = FIRST) BeforeClass event) {
    if (session.get() != null) {
      session.get().beginClass(event.getTestClass().getJavaClass());
    }
  }

  void beforeDeploy(@Observes BeforeDeploy event) {
    if (isWatching()) {
      Deployments.prepare(event.getDeployment(), session.get());
    }
  }

  void before(@Observes(precedence = FIRST) Before event) {
    if (isWatching()) {
      session.get().beginTest(event.getTestMethod().getName());
    }
  }

  void after(@Observes(precedence = LAST) After event) {
    if (isWatching()) {
      session.get().endTest();
    }
  }

  void afterClass(@Observes(precedence = LAST) AfterClass event) {
    if (isWatching()) {
      session.get().endClass();
    }
  }

  void afterSuite(@Observes(precedence = LAST) AfterSuite event) {
    if (session.get() != null) {
      session.get().close();
    }
  }

  private boolean isWatching() {
    return session.get() != null && session.get().watches();
  }
}
