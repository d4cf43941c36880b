// SPDX-License-Identifier: Apache-2.0
/**
 * What all senders to AWS share: credentials, region and HTTP client of the SDK, calls that nobody
 * traces and that can be ended, and trying again what did not go through.
 */
package dev.clew.aws.sender;
