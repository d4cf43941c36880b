// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Hears of what was sold. */
@ApplicationScoped
public class SalesReader {

  @Inject Sales sales;
  @Inject SalesBoard board;

  private String next;

  void read() {
    if (next == null) {
      next = Unrecorded.CONTEXT.wrapSupplier(sales::beginning).get();
    }
    GetRecordsResponse read = sales.read(next);
    next = read.nextShardIterator();
    for (Record record : read.records()) {
      sales.process(record, board::add);
    }
  }
}
