// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.XAJMSContext;
import javax.transaction.xa.XAResource;

/** A traced context that takes part in distributed transactions. */
final class TracedXaContext extends TracedContext implements XAJMSContext {

  private static final long serialVersionUID = 1L;

  TracedXaContext(XAJMSContext delegate, JmsTracer tracer) {
    super(delegate, tracer);
  }

  @Override
  public JMSContext getContext() {
    JMSContext context = ((XAJMSContext) delegate).getContext();
    return context == delegate ? this : of(context, tracer);
  }

  @Override
  public XAResource getXAResource() {
    return ((XAJMSContext) delegate).getXAResource();
  }
}
