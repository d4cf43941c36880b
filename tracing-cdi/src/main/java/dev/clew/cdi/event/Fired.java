// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi.event;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A qualifier that no observer asks for; {@link FiredFrom} says what it is for. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Fired {}
