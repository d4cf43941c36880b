// SPDX-License-Identifier: Apache-2.0
/**
 * What a process says of itself with every span: service, host, operating system, process
 * (OpenTelemetry Resource SDK, semantic conventions 1.44). How that is encoded lives in the engine.
 */
package dev.clew.engine.resource;
