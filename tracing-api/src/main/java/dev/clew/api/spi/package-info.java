// SPDX-License-Identifier: Apache-2.0
/**
 * The ports between rooms: the engine that records, the exporter that takes what is recorded, and
 * where configuration comes from. Implementations are found by {@link java.util.ServiceLoader}.
 * Applications do not need these.
 */
package dev.clew.api.spi;
