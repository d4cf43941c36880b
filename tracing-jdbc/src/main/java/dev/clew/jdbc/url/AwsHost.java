// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc.url;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hosts of Amazon's RDS, Aurora, RDS Proxy and Redshift. Most name the region before the service,
 * those in China and of governments behind it; the writer of a global database names none.
 */
final class AwsHost {

  private static final Set<String> SERVICES =
      Set.of("rds", "rds-fips", "redshift", "redshift-serverless");

  /** What hosts end with; partitions have their own. */
  private static final List<String> DOMAINS =
      List.of(
          ".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".c2s.ic.gov", ".sc2s.sgov.gov");

  private AwsHost() {}

  /**
   * The region of a host, empty where it names none; {@code null} where the host is not Amazon's.
   */
  static String region(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    for (String domain : DOMAINS) {
      if (name.endsWith(domain)) {
        return regionOf(name.substring(0, name.length() - domain.length()).split("\\."));
      }
    }
    return null;
  }

  /** Before the last two labels there is at least the one of the database. */
  private static String regionOf(String[] labels) {
    int last = labels.length - 1;
    if (last < 2) {
      return null;
    }
    if (SERVICES.contains(labels[last])) {
      return labels[last - 1].equals("global") ? "" : labels[last - 1];
    }
    return SERVICES.contains(labels[last - 1]) ? labels[last] : null;
  }
}
