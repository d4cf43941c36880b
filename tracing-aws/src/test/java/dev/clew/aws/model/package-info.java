// SPDX-License-Identifier: Apache-2.0
/** Checks requests against the models that AWS publishes of its services. */
package dev.clew.aws.model;
