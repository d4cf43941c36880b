// SPDX-License-Identifier: Apache-2.0
/** The zip, installed by its script on a real server, and what is expected of it on both. */
package dev.clew.glassfish;
