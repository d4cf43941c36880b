// SPDX-License-Identifier: Apache-2.0
/**
 * Traces on their way through AWS's services: what requests carry, and what is found in messages
 * and events that arrive. A service's classes are touched only by the class that is named after it,
 * so that an application needs the services only that it uses.
 */
package dev.clew.aws.messaging;
