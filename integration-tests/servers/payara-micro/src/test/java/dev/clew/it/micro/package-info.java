// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the tests on Payara Micro. Its own adapter starts a server for each deployment; here one
 * takes them all, as other servers do.
 */
package dev.clew.it.micro;
