// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A sender that makes requests of a batch, with entries that may fail one by one. Where the
 * exporter tries a batch again it goes on where it stopped: what has gone through, as far as the
 * service has told, is not sent again.
 *
 * @param <T> an entry
 */
public abstract class RequestSender<T> extends AwsSender {

  /** The batch that was begun; the exporter gives the same one until it is through with it. */
  private Reference<Batch> begun = new WeakReference<>(null);

  private Delivery delivery;

  /** What is left of it. */
  private final Deque<List<T>> requests = new ArrayDeque<>();

  /** A sender that closes its connection. */
  protected RequestSender(AwsConnection connection) {
    super(connection);
  }

  @Override
  protected final SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    connect(timeout.dividedBy(3));
    if (begun.refersTo(batch)) {
      delivery.again(timeout);
    } else {
      begin(batch, timeout);
    }
    while (!requests.isEmpty()) {
      delivery
          .complete(requests.peek(), this::attempt)
          .forEach(refused -> delivery.reject(spans(refused), "a request was refused"));
      requests.remove();
    }
    begun.clear();
    return delivery.result();
  }

  private void begin(Batch batch, Duration timeout) throws IOException {
    begun.clear();
    requests.clear();
    delivery = new Delivery(connection(), timeout);
    requests.addAll(requests(batch, delivery));
    begun = new WeakReference<>(batch);
  }

  private List<T> attempt(List<T> entries) {
    List<T> left = put(entries, delivery);
    requests.remove();
    requests.addFirst(left);
    return left;
  }

  /**
   * Has a client made, unless there is one; called before anything is sent.
   *
   * @param timeout how long to wait at most for each thing that is waited for
   */
  protected abstract void connect(Duration timeout);

  /**
   * What is to be sent, none of it empty, and without reference to the batch's memory.
   *
   * @param delivery is told of spans that cannot be sent
   */
  protected abstract List<List<T>> requests(Batch batch, Delivery delivery) throws IOException;

  /**
   * Sends entries once.
   *
   * @param delivery is told of entries that were refused for good
   * @return those that have not gone through, and may next time
   * @throws software.amazon.awssdk.core.exception.SdkException where none has, or nobody knows
   */
  protected abstract List<T> put(List<T> entries, Delivery delivery);

  /** How many spans are lost with an entry. */
  protected abstract long spans(T entry);
}
