// SPDX-License-Identifier: Apache-2.0
/**
 * How a span is recorded: tracers, spans, and the encoder that makes a finished span an OTLP
 * message. Which spans are recorded, how contexts travel and what a process says of itself live in
 * packages of their own; what happens to the bytes is the exporter's.
 */
package dev.clew.engine;
