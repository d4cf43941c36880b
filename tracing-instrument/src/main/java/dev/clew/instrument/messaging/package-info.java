// SPDX-License-Identifier: Apache-2.0
/**
 * What spans of messaging say, by OpenTelemetry's semantic conventions 1.44 (in development). An
 * adapter translates its messages into the view here and says when something is sent, received or
 * processed; names, attributes, parents and links are decided here.
 */
package dev.clew.instrument.messaging;
