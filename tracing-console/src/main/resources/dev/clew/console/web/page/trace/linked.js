// Which spans of other traces have a link to one of this trace. That costs the collector a search, so it is asked
// only when somebody wants to know, and once for all spans.

import { html, nothing } from '../lib/lit-html.js';
import { ask } from '../parts/api.js';
import { ago, count } from '../parts/format.js';
import { Loader } from '../parts/loader.js';
import { line } from '../parts/text.js';

const MOST = 20;
const HOUR = 3_600_000_000_000n;

export class Linked extends Loader {
  /** @param on `open(traceId, spanId)` and `choose(i)` */
  constructor(trace, on) {
    super(document.createElement('div'));
    this.trace = trace;
    this.on = on;
  }

  /** What links to a span, as an element. */
  of(span) {
    this.span = span;
    this.draw();
    return this.place;
  }

  /** Links are to what has begun before; an hour is for clocks that differ. */
  question(signal) {
    const from = BigInt(this.trace.start) - HOUR;
    return ask(`traces/${this.trace.traceId}/linked-from`, { from: from > 0n ? from : 0n }, signal);
  }

  page(answer) {
    return html`<h3>Links from other traces</h3>${this.state('Looking')}
      ${this.busy ? nothing : answer ? this.found(answer) : html`<button @click=${() => this.load()}>Look for them</button>`}`;
  }

  found({ links, cut }) {
    const { span, trace } = this;
    const here = links.filter(({ to }) => to === span.id);
    const more = here.length > MOST || cut;
    return html`${here.length ? here.slice(0, MOST).map((link) => this.link(link)) : html`<p class="faint">None to this span. <button @click=${() => this.load()}>Look again</button></p>${this.others(links)}`}
      ${more ? html`<p>There may be more: <a href="#/search?${new URLSearchParams({ q: `link:${trace.traceId}-${span.id}`, last: '' })}">search for them</a>.</p>` : nothing}`;
  }

  link(link) {
    return html`<div class="event"><button @click=${() => this.on.open(link.traceId, link.spanId)}>${line(link.name) || '(no name)'}</button>
      <span class="faint">${line(link.service)}, ${ago(link.startNanos / 1e6)}</span></div>`;
  }

  /** Where links do lead to, in this trace. */
  others(links) {
    const wanted = new Set(links.map(({ to }) => to));
    const spans = this.trace.spans.flatMap((span, i) => (wanted.has(span.id) ? [i] : []));
    return spans.length ? html`<p>But to ${count(spans.length, 'other span')} of this trace:</p>
      ${spans.slice(0, MOST).map((i) => html`<div class="event"><button @click=${() => this.on.choose(i)}>${line(this.trace.spans[i].name)}</button></div>`)}` : nothing;
  }
}
