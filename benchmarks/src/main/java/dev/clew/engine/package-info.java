// SPDX-License-Identifier: Apache-2.0
/** What is measured of the engine beneath its API, in the engine's own package. */
package dev.clew.engine;
