// SPDX-License-Identifier: Apache-2.0
package dev.clew.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what guides show, as a reader would: against the jars that a reader has. */
final class SnippetCompiler {

  private static final Pattern TYPE =
      Pattern.compile("^(?:public )?(?:final )?(?:class|interface) (\\w+)", Pattern.MULTILINE);

  /** Jars that are gone after a migration. */
  private static final Pattern OLD = Pattern.compile("opentracing|jaeger|xray-recorder");

  private SnippetCompiler() {}

  /** Fails if it does not compile, or the compiler warns of anything. */
  static void compile(Snippet snippet, Path output) throws IOException {
    Matcher type = TYPE.matcher(snippet.text());
    assertThat(type.find()).as("a type in %s", snippet.place()).isTrue();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      List<String> options =
          List.of(
              "-d",
              output.toString(),
              "-proc:none",
              "-Xlint:all,-classfile,-path",
              "-cp",
              classPath(snippet.isOld()));
      compiler
          .getTask(null, files, found, options, null, List.of(source(type.group(1), snippet)))
          .call();
    }
    assertThat(found.getDiagnostics())
        .as(snippet.place())
        .extracting(SnippetCompiler::describe)
        .isEmpty();
  }

  private static JavaFileObject source(String type, Snippet snippet) {
    URI name = URI.create("snippet:///" + type + JavaFileObject.Kind.SOURCE.extension);
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return snippet.text();
      }
    };
  }

  private static String classPath(boolean old) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> old || !OLD.matcher(Path.of(jar).getFileName().toString()).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String describe(Diagnostic<?> diagnostic) {
    return diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null);
  }
}
