// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.maven.MavenExecutionContextView;
import org.openrewrite.maven.tree.MavenRepository;

/** A local repository of empty artifacts, so that resolving a POM asks nobody. */
final class PomRepository {

  private final Path folder;

  PomRepository(Path folder) {
    this.folder = folder;
  }

  void publish(Artifact artifact) throws IOException {
    Path versionFolder =
        folder
            .resolve(artifact.group().replace('.', '/'))
            .resolve(artifact.name())
            .resolve(artifact.version());
    Files.createDirectories(versionFolder);
    String name = artifact.name() + '-' + artifact.version();
    Files.writeString(versionFolder.resolve(name + ".pom"), artifact.project(""));
    Files.writeString(versionFolder.resolve(name + ".jar"), "an empty file is not believed");
  }

  /** For recipes that are to look here and nowhere else. */
  ExecutionContext context() {
    MavenExecutionContextView context =
        MavenExecutionContextView.view(new InMemoryExecutionContext(AssertionError::new));
    context.setAddCentralRepository(false);
    context.setLocalRepository(
        MavenRepository.builder()
            .id("made-here")
            .uri(folder.toUri().toString())
            .releases(true)
            .snapshots(true)
            .knownToExist(true)
            .build());
    return context;
  }
}
