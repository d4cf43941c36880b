// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of what one server does in its own way, or of what no server changes. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyOn {

  /** The {@linkplain Server#name names} of the servers that the test is for. */
  String[] value();
}
