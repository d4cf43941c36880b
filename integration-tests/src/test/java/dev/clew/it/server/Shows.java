// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test, or each test of a class that does not say itself, shows of a server. It runs where
 * the server has no {@linkplain Server#gaps gap} there; a gap of the class leaves out all of it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

  Capability[] value();
}
