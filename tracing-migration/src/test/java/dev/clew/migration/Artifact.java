// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

/** What a POM depends on, or is. */
record Artifact(String group, String name, String version) {

  /** Its own POM. */
  String project(String dependencies) {
    return """
    <project>
      <modelVersion>4.0.0</modelVersion>
    %s%s</project>
    """
        .formatted(
            coordinates("  "),
            dependencies.isEmpty()
                ? ""
                : "  <dependencies>\n" + dependencies + "  </dependencies>\n");
  }

  /** How another POM depends on it. */
  String dependency() {
    return "    <dependency>\n" + coordinates("      ") + "    </dependency>\n";
  }

  /** How another POM depends on it where the server provides it. */
  String provided() {
    return dependency()
        .replace("    </dependency>", "      <scope>provided</scope>\n    </dependency>");
  }

  private String coordinates(String indent) {
    return """
    <groupId>%s</groupId>
    <artifactId>%s</artifactId>
    <version>%s</version>
    """
        .formatted(group, name, version)
        .indent(indent.length());
  }
}
