// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.app;

import java.beans.PropertyChangeListener;
import org.apache.catalina.Context;
import org.apache.catalina.Loader;

/**
 * Lets a web application in Tomcat use the class loader of the test, as others do by themselves.
 */
final class TestClassLoader implements Loader {

  private Context context;

  @Override
  public void backgroundProcess() {
    // Nothing is reloaded.
  }

  @Override
  public ClassLoader getClassLoader() {
    return TestClassLoader.class.getClassLoader();
  }

  @Override
  public Context getContext() {
    return context;
  }

  @Override
  public void setContext(Context context) {
    this.context = context;
  }

  @Override
  public boolean getDelegate() {
    return true;
  }

  @Override
  public void setDelegate(boolean delegate) {
    // There is nothing to delegate to.
  }

  @Override
  public boolean modified() {
    return false;
  }

  @Override
  public void addPropertyChangeListener(PropertyChangeListener listener) {
    // Nothing changes.
  }

  @Override
  public void removePropertyChangeListener(PropertyChangeListener listener) {
    // Nothing changes.
  }
}
