// SPDX-License-Identifier: Apache-2.0
/**
 * Which traces are recorded: the {@link dev.clew.engine.sampler.Sampler} port, how further samplers
 * are found, the samplers that OpenTelemetry specifies, and Clew's own. How a decision is carried
 * out lives in the engine.
 */
package dev.clew.engine.sampler;
