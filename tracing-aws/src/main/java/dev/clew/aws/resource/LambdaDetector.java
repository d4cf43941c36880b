// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

/** Lambda, whose runtime sets variables. */
final class LambdaDetector implements Detector {

  private static final String NAME = "AWS_LAMBDA_FUNCTION_NAME";
  private static final long MEGABYTE = 1024 * 1024;

  @Override
  public boolean isHere(Surroundings surroundings) {
    return !surroundings.variable(NAME).isEmpty();
  }

  @Override
  public void detect(Surroundings surroundings, Metadata metadata, Found found) {
    found
        .platform("aws_lambda")
        .put("cloud.region", surroundings.variable("AWS_REGION"))
        .put("faas.name", surroundings.variable(NAME))
        .put("faas.version", surroundings.variable("AWS_LAMBDA_FUNCTION_VERSION"))
        .put("faas.instance", surroundings.variable("AWS_LAMBDA_LOG_STREAM_NAME"));
    String memory = surroundings.variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    if (memory.matches("\\d{1,6}")) {
      found.put("faas.max_memory", Long.parseLong(memory) * MEGABYTE);
    }
  }
}
