// Where the logs of a span are, by the template that the collector was given.

/** An address, or nothing: where there is no template, or it is none of the web's. */
export function logsOf(template, trace, span) {
  if (!template) return null;
  const start = Number(BigInt(trace.start) / 1_000_000n) + span.start / 1e6;
  const values = {
    traceId: trace.traceId, spanId: span.id, service: trace.services[span.service],
    from: Math.floor(start), to: Math.ceil(start + span.duration / 1e6),
  };
  const address = template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? encodeURIComponent(values[name]) : whole));
  return /^https?:\/\//i.test(address) ? address : null;
}
