// Which rows of a trace are seen. The spans come depth first, each with its depth, so that the
// descendants of span i are those from i + 1 up to ends[i].

/** For each span, the index after its last descendant. */
export function endsOf(spans) {
  const ends = new Int32Array(spans.length);
  const open = [];
  for (let i = 0; i < spans.length; i++) {
    while (open.length && spans[open[open.length - 1]].depth >= spans[i].depth) ends[open.pop()] = i;
    open.push(i);
  }
  while (open.length) ends[open.pop()] = spans.length;
  return ends;
}

export class Rows {
  constructor(trace) {
    this.spans = trace.spans;
    this.ends = endsOf(trace.spans);
    this.folded = new Set();
    this.matches = null;
    this.refresh();
  }

  isParent(i) { return this.ends[i] > i + 1; }

  descendants(i) { return this.ends[i] - i - 1; }

  fold(i, folded) {
    if (!this.isParent(i)) return;
    if (folded) this.folded.add(i); else this.folded.delete(i);
    this.refresh();
  }

  foldAll(folded) {
    this.folded.clear();
    if (folded) for (let i = 0; i < this.spans.length; i++) if (this.isParent(i) && this.spans[i].depth > 0) this.folded.add(i);
    this.refresh();
  }

  /** Unfolds what hides a span. */
  reveal(i) {
    for (let p = this.parent(i); p >= 0; p = this.parent(p)) this.folded.delete(p);
    this.refresh();
  }

  parent(i) {
    const depth = this.spans[i].depth;
    for (let p = i - 1; p >= 0; p--) if (this.spans[p].depth < depth) return p;
    return -1;
  }

  /** Only spans that match, and what they are in; null for all. */
  filter(matches) {
    this.matches = matches;
    this.refresh();
  }

  refresh() {
    const kept = this.matches && this.withAncestors(this.matches);
    const visible = [];
    for (let i = 0; i < this.spans.length;) {
      if (!kept || kept[i]) visible.push(i);
      i = this.folded.has(i) ? this.ends[i] : i + 1;
    }
    this.visible = visible;
    this.places = null;
  }

  withAncestors(matches) {
    const kept = new Uint8Array(this.spans.length);
    const open = [];
    for (let i = 0; i < this.spans.length; i++) {
      while (open.length && this.ends[open[open.length - 1]] <= i) open.pop();
      open.push(i);
      if (matches[i]) for (let k = open.length - 1; k >= 0 && !kept[open[k]]; k--) kept[open[k]] = 1;
    }
    return kept;
  }

  /** Where a span is among the visible ones; -1 where it is not. */
  placeOf(i) {
    if (!this.places) {
      this.places = new Int32Array(this.spans.length).fill(-1);
      this.visible.forEach((span, place) => { this.places[span] = place; });
    }
    return this.places[i];
  }
}

/** Which spans have a word in their name, service, ids, attributes or message; null for no words. */
export function matching(trace, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) return null;
  return Uint8Array.from(trace.spans, (span) => {
    const text = searchable(trace, span);
    return wanted.every((word) => text.includes(word)) ? 1 : 0;
  });
}

function searchable(trace, span) {
  span.text ??= [span.name, trace.services[span.service], span.id, span.kind, span.message ?? '', ...span.attributes.flat()].join('\n').toLowerCase();
  return span.text;
}
