// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedPostTest {

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, https://xray.eu-central-1.amazonaws.com",
    "us-gov-west-1, https://xray.us-gov-west-1.amazonaws.com",
    "cn-north-1, https://xray.cn-north-1.amazonaws.com.cn",
    "eu-nowhere-9, https://xray.eu-nowhere-9.amazonaws.com",
  })
  void addressIsInTheDomainOfTheRegion(String region, String address) {
    assertThat(SignedPost.address("xray", region)).isEqualTo(address);
  }
}
