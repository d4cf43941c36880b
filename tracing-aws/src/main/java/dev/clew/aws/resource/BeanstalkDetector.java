// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.resource;

/** Elastic Beanstalk, which leaves a file for X-Ray. */
final class BeanstalkDetector implements Detector {

  private static final String FILE = "var/elasticbeanstalk/xray/environment.conf";

  @Override
  public boolean isHere(Surroundings surroundings) {
    return !surroundings.file(FILE).isEmpty();
  }

  @Override
  public void detect(Surroundings surroundings, Metadata metadata, Found found) {
    Texts environment = new Texts(surroundings.file(FILE));
    found
        .platform("aws_elastic_beanstalk")
        .put("service.namespace", environment.get("environment_name"))
        .put("service.version", environment.get("version_label"));
  }
}
