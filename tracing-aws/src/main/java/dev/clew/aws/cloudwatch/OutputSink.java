// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/**
 * The process's own output: servers put something in front of what is written to {@code
 * System.out}, and then CloudWatch sees no JSON. In Lambda, whose runtime takes what is written
 * there to its logs, it is that.
 */
final class OutputSink implements LogSink {

  private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private final boolean lambda = System.getenv("AWS_LAMBDA_FUNCTION_NAME") != null;

  @Override
  public void write(List<byte[]> lines, Duration timeout) throws IOException {
    OutputStream out = lambda ? System.out : OUT;
    for (byte[] line : lines) {
      out.write(line);
    }
    out.flush();
  }

  @Override
  public String toString() {
    return "the standard output";
  }
}
