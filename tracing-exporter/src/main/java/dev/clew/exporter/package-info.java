// SPDX-License-Identifier: Apache-2.0
/**
 * The shared exporter of an application: it takes finished spans from the engine as bytes, keeps
 * them in a bounded journal, and brings them to every sender that is configured. It knows nothing
 * of how spans are recorded, nor of Jakarta EE.
 */
package dev.clew.exporter;
