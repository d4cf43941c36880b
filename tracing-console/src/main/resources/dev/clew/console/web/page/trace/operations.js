// A trace by operation: how often, how long, and how much of it by itself.

/** Service and name together, the one with most time of its own first. */
export function operations(trace) {
  const all = new Map();
  trace.spans.forEach((span, i) => {
    const key = `${span.service} ${span.name}`;
    const found = all.get(key) ?? { service: span.service, name: span.name, count: 0, errors: 0, total: 0, self: 0, longest: i };
    found.count++;
    found.errors += span.status === 'error' ? 1 : 0;
    found.total += span.duration;
    found.self += span.self;
    if (span.duration > trace.spans[found.longest].duration) found.longest = i;
    all.set(key, found);
  });
  return [...all.values()].sort((a, b) => b.self - a.self);
}
