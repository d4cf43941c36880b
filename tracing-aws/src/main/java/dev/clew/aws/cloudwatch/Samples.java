// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.util.List;

/**
 * The samples of a batch.
 *
 * @param service whose they are
 * @param unreadable spans that are none
 */
record Samples(String service, List<Sample> all, long unreadable) {}
