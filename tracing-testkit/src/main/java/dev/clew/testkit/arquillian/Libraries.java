// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.arquillian;

import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The jars that an archive brings, and the WARs in it.
 *
 * @param artifacts their names, without versions
 */
record Libraries(Set<String> artifacts) {

  private static final Pattern VERSION = Pattern.compile("(-\\d[^/]*)?\\.jar$");

  static Libraries of(Archive<?> archive) {
    Stream<Archive<?>> wars =
        archive instanceof EnterpriseArchive ear
            ? ear.getAsType(WebArchive.class, Filters.include(".*\\.war")).stream()
                .map(war -> (Archive<?>) war)
            : Stream.empty();
    return new Libraries(
        Stream.concat(Stream.of(archive), wars)
            .flatMap(each -> each.getContent(Filters.include(".*\\.jar")).keySet().stream())
            .map(ArchivePath::get)
            .map(path -> artifact(path.substring(path.lastIndexOf('/') + 1)))
            .collect(Collectors.toSet()));
  }

  boolean hasDropIn() {
    return artifacts.stream().anyMatch(Libraries::isDropIn);
  }

  /** Those that are not there yet, whatever their versions. */
  File[] without(File... jars) {
    return Arrays.stream(jars)
        .filter(jar -> !artifacts.contains(artifact(jar.getName())))
        .toArray(File[]::new);
  }

  /** Every drop-in has what starts it. */
  static boolean isDropIn(String jar) {
    return artifact(jar).equals("tracing-cdi");
  }

  private static String artifact(String jar) {
    return VERSION.matcher(jar).replaceFirst("");
  }
}
