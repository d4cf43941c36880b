// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.engine.propagation.RemoteDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XRayHeaderTest {

  private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";
  private static final String TRACE_ID = "5759e988bd862e3fe1be46a994272793";

  @Test
  void loadBalancersHeaderHasATraceButNoParent() {
    XRayHeader header = XRayHeader.read("Self=1-67891233-abcdef012345678912345678;" + ROOT);

    assertThat(header.traceId()).isEqualTo(TRACE_ID);
    assertThat(header.parentId()).isNull();
    assertThat(header.spanContext().isValid()).isFalse();
    assertThat(header.others()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Sampled=1, ACCEPT", "Sampled=0, DENY", "Sampled=?, NONE", "'', NONE"})
  void decisionIsReadOrLeftToOthers(String field, RemoteDecision decision) {
    assertThat(XRayHeader.read(ROOT + ";" + field).decision()).isEqualTo(decision);
  }

  @Test
  void fieldsThatNobodyKnowsAreKeptInTheirOrder() {
    XRayHeader header =
        XRayHeader.read("CalledFrom=app; " + ROOT + " ;Lineage=100:e3b0c442:11;Sampled=1");

    assertThat(header.others()).isEqualTo("CalledFrom=app;Lineage=100:e3b0c442:11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=\r\nX-Evil: 1", "a=\u00e9", "a=\u0000"})
  void whatCannotBePartOfAHeaderIsNotKept(String field) {
    assertThat(XRayHeader.read(ROOT + ";" + field + ";b=1").others()).isEqualTo("b=1");
  }

  @Test
  void noMoreIsKeptThanALimit() {
    String many = ";field=value".repeat(300);

    assertThat(XRayHeader.read(ROOT + many).others()).hasSizeLessThanOrEqualTo(512).isNotEmpty();
  }

  @Test
  void whatIsTooLongIsNotRead() {
    assertThat(XRayHeader.read(ROOT + ";".repeat(4096))).isNull();
    assertThat(XRayHeader.read(ROOT + ";".repeat(4096 - ROOT.length()))).isNotNull();
  }
}
