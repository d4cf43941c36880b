// SPDX-License-Identifier: Apache-2.0
/** The zip, installed by its script on a real Payara. */
package dev.clew.payara;
