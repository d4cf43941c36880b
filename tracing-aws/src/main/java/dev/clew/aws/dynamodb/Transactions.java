// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.dynamodb;

import dev.clew.aws.sender.Delivery;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes spans and counts them in their traces' summaries, both or neither. A span that is there
 * already was counted already, and is left out; a summary that somebody else has changed is taken
 * as it is now: both is learned from the transaction that was cancelled for it, so nothing has to
 * be read before.
 */
final class Transactions {

  private static final String CONDITION = "ConditionalCheckFailed";
  private static final String INVALID = "ValidationError";

  private final DynamoDbClient client;
  private final Tables tables;
  private final KnownParts known;
  private final Delivery delivery;

  Transactions(DynamoDbClient client, Tables tables, KnownParts known, Delivery delivery) {
    this.client = client;
    this.tables = tables;
    this.known = known;
    this.delivery = delivery;
  }

  void write(List<TraceWrite> traces) throws IOException, InterruptedException {
    Deque<TraceWrite> left = new ArrayDeque<>(traces);
    int failures = 0;
    while (!left.isEmpty()) {
      Transaction transaction = next(left);
      try {
        client.transactWriteItems(write -> write.transactItems(transaction.writes()));
        transaction.parts().forEach(this::done);
        failures = 0;
      } catch (TransactionCanceledException cancelled) {
        if (!learn(transaction, cancelled.cancellationReasons().iterator())) {
          delivery.pause(++failures, cancelled.getMessage());
        }
      } catch (SdkException failed) {
        if (!delivery.pauseIfItMayPass(++failures, failed)) {
          transaction.parts().forEach(part -> part.spans().forEach(span -> refuse(part, span)));
        }
      }
      left.removeIf(TraceWrite::isDone);
    }
  }

  /** With spans of as many traces as there is room for; the last may go on in another. */
  private Transaction next(Iterable<TraceWrite> left) {
    Transaction transaction = new Transaction(tables);
    Iterator<TraceWrite> traces = left.iterator();
    while (traces.hasNext() && !transaction.isFull()) {
      TraceWrite trace = traces.next();
      transaction.take(trace, known.get(trace.key()));
    }
    return transaction;
  }

  private void done(Transaction.Part part) {
    known.put(part.trace().key(), part.after());
    part.spans().forEach(part.trace()::done);
  }

  /**
   * Goes through the reasons, which are in the order of what was to be written.
   *
   * @return whether the next transaction will be another one
   */
  private boolean learn(Transaction transaction, Iterator<CancellationReason> reasons) {
    boolean learned = false;
    for (Transaction.Part part : transaction.parts()) {
      learned |= reasons.hasNext() && learn(part, reasons.next());
      for (SpanItem span : part.spans()) {
        learned |= reasons.hasNext() && learn(part, span, reasons.next());
      }
    }
    return learned;
  }

  private boolean learn(Transaction.Part part, CancellationReason summary) {
    if (!CONDITION.equals(summary.code())) {
      return false;
    }
    PartKey key = part.trace().key();
    if (summary.hasItem()) {
      known.put(key, TracePart.of(summary.item()));
    } else {
      known.remove(key);
    }
    return true;
  }

  private boolean learn(Transaction.Part part, SpanItem span, CancellationReason reason) {
    if (INVALID.equals(reason.code())) {
      refuse(part, span);
      return true;
    }
    boolean isThere = CONDITION.equals(reason.code());
    if (isThere) {
      part.trace().done(span);
    }
    return isThere;
  }

  private void refuse(Transaction.Part part, SpanItem span) {
    delivery.reject(1, "DynamoDB refused a span");
    part.trace().done(span);
  }
}
