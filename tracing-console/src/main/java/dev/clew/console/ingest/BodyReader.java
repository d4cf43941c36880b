// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads bodies, unpacked as they come: no more is held than the limit, however well it was packed.
 * Safe for use by several threads.
 */
final class BodyReader {

  private static final int CHUNK = 32 << 10;

  private final long limit;
  private final Duration time;
  private final Budget memory;
  private final LongSupplier nanoTime;

  /**
   * @param limit how many bytes a body may have, as sent and unpacked
   * @param time how long it may take
   * @param memory what all bodies together may hold while they are read
   */
  BodyReader(long limit, Duration time, Budget memory, LongSupplier nanoTime) {
    this.limit = limit;
    this.time = time;
    this.memory = memory;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads all of a body.
   *
   * @param encoding as in {@code Content-Encoding}; may be {@code null}
   * @throws Refusal also where the sender is gone, and nobody will read the answer
   */
  byte[] read(InputStream body, String encoding) throws Refusal {
    try (InputStream arrival = new Arrival(body, limit, time, nanoTime);
        InputStream unpacked = unpack(arrival, encoding)) {
      return all(unpacked);
    } catch (Arrival.SlowException slow) {
      throw Refusal.forNow(503, "the request did not arrive within " + time);
    } catch (Arrival.LargeException large) {
      throw tooLarge();
    } catch (ZipException malformed) {
      throw Refusal.forGood(400, "the body is not gzip");
    } catch (IOException cutShort) {
      throw Refusal.forGood(400, "the body is cut short");
    }
  }

  private static InputStream unpack(InputStream body, String encoding) throws Refusal, IOException {
    return switch (encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT)) {
      case "identity", "" -> body;
      case "gzip" -> new GZIPInputStream(body, CHUNK);
      default -> throw Refusal.forGood(415, "Content-Encoding may be gzip or none");
    };
  }

  private byte[] all(InputStream body) throws Refusal, IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    long held = 0;
    try {
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        if (!memory.take(read)) {
          throw Refusal.forNow(429, "too much is being received");
        }
        held += read;
        if (held > limit) {
          throw tooLarge();
        }
        all.write(chunk, 0, read);
      }
      return all.toByteArray();
    } finally {
      memory.giveBack(held);
    }
  }

  private Refusal tooLarge() {
    return Refusal.forGood(413, "a request may have " + limit + " bytes, sent and unpacked");
  }
}
