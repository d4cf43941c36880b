// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Origin;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes spans of their columns: each once, though it was sent twice; those of one origin share it.
 * DuckDB could leave out what is there twice, in four times the time.
 */
final class FoundSpans {

  private record Id(ByteString trace, ByteString span) {}

  /** Of the row before: most come from where it came from. */
  private byte[] lastResource;

  private byte[] lastScope;
  private Origin last;

  private final Map<List<ByteBuffer>, Origin> known = new HashMap<>();
  private final Set<Id> seen = new HashSet<>();
  private final List<KeptSpan> spans = new ArrayList<>();

  void add(byte[] span, byte[] resource, byte[] scope) throws InvalidProtocolBufferException {
    Span parsed = Span.parseFrom(span);
    if (seen.add(new Id(parsed.getTraceId(), parsed.getSpanId()))) {
      spans.add(new KeptSpan(origin(resource, scope), parsed));
    }
  }

  List<KeptSpan> spans() {
    return spans;
  }

  private Origin origin(byte[] resource, byte[] scope) throws InvalidProtocolBufferException {
    if (!Arrays.equals(resource, lastResource) || !Arrays.equals(scope, lastScope)) {
      List<ByteBuffer> key = List.of(ByteBuffer.wrap(resource), ByteBuffer.wrap(scope));
      last = known.get(key);
      if (last == null) {
        last = new Origin(Resource.parseFrom(resource), InstrumentationScope.parseFrom(scope));
        known.put(key, last);
      }
      lastResource = resource;
      lastScope = scope;
    }
    return last;
  }
}
