// SPDX-License-Identifier: Apache-2.0
/**
 * Functions of AWS Lambda: what wraps their handlers, and what is found in their events. Needs
 * {@code aws-lambda-java-core}; events are read as maps, JSON or beans, so no library of events is.
 */
package dev.clew.aws.lambda;
