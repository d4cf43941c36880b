// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Origin;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes spans of their columns; those of one origin share it. */
final class Origins {

  private final Map<List<ByteBuffer>, Origin> known = new HashMap<>();

  KeptSpan span(byte[] span, byte[] resource, byte[] scope) throws InvalidProtocolBufferException {
    List<ByteBuffer> key = List.of(ByteBuffer.wrap(resource), ByteBuffer.wrap(scope));
    Origin origin = known.get(key);
    if (origin == null) {
      origin = new Origin(Resource.parseFrom(resource), InstrumentationScope.parseFrom(scope));
      known.put(key, origin);
    }
    return new KeptSpan(origin, Span.parseFrom(span));
  }
}
