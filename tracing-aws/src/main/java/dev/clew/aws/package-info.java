// SPDX-License-Identifier: Apache-2.0
/**
 * AWS: what carries a trace through its load balancers, queues and functions, and what calls of the
 * AWS SDK for Java v2 say. Found by the means of SDK and engine; nothing else of Clew knows it.
 */
package dev.clew.aws;
