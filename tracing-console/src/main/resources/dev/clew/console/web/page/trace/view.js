// One trace: what it is, its insights, and its spans in three ways.

import { html, nothing, render } from '../lib/lit-html.js';
import { count, duration, instant } from '../parts/format.js';
import { Spaced } from '../parts/spaced.js';
import { line, qualified } from '../parts/text.js';
import { seen, told } from './address.js';
import { drawer } from './drawer.js';
import { Flame } from './flame.js';
import { Linked } from './linked.js';
import { Minimap } from './minimap.js';
import { operations } from './operations.js';
import { matching, Rows } from './tree.js';
import { Waterfall } from './waterfall.js';

const TABS = { waterfall: 'Waterfall', flame: 'Flame graph', operations: 'Operations' };

export class TraceView {
  /**
   * @param trace as `/api/v1/view/{id}` has it
   * @param asked what the address says
   * @param on `open(traceId, spanId)`, `seen(asked)`, `share()`, `compare()`, `download()`; `isKept`, `logs`
   */
  constructor(place, trace, asked, on) {
    this.place = place;
    this.trace = trace;
    this.on = on;
    Object.assign(this, seen(asked, trace, TABS));
    this.address = new Spaced(() => on.seen(told(this, trace, TABS)));
    trace.insights.forEach((insight) => insight.spans.forEach((i) => (trace.spans[i].insights ??= []).push(insight)));
    this.rows = new Rows(trace);
    this.rows.filter(matching(trace, this.words));
    this.waterfall = new Waterfall(trace, this.rows, {
      choose: (i) => this.choose(i),
      fold: (i, folded) => this.change(() => this.rows.fold(i, folded)),
    });
    this.minimap = new Minimap(trace, (zoom) => this.zoomTo(zoom));
    this.waterfall.element.prepend(this.minimap.element);
    if (on.isKept) this.linked = new Linked(trace, { open: (...span) => this.open(...span), choose: (i) => this.choose(i) });
    this.flame = new Flame(trace, (i) => this.choose(i));
    this.keys = (event) => this.key(event);
    document.addEventListener('keydown', this.keys);
    if (this.zoom) this.minimap.set(this.zoom);
    this.draw();
    this.waterfall.choose(this.chosen);
  }

  close() {
    this.address.close();
    document.removeEventListener('keydown', this.keys);
    this.linked?.close();
  }

  draw() {
    render(this.page(), this.place);
  }

  show(tab) {
    this.tab = tab;
    this.address.soon();
    this.draw();
    this.waterfall.choose(this.chosen);
  }

  change(what) {
    what();
    this.waterfall.draw();
    this.draw();
  }

  choose(i) {
    this.chosen = i;
    this.address.soon();
    this.draw();
    this.waterfall.choose(i);
  }

  /** Along a link. */
  open(traceId, spanId) {
    const here = traceId === this.trace.traceId ? this.trace.spans.findIndex(({ id }) => id === spanId) : -1;
    if (here >= 0) return this.choose(here);
    this.address.now();
    return this.on.open(traceId, spanId);
  }

  share() {
    this.address.now();
    this.on.share();
  }

  /** @param zoom from where to where, or nothing for all */
  zoomTo(zoom) {
    this.zoom = zoom;
    this.address.soon();
    this.waterfall.zoom(...(zoom ?? [0, this.trace.duration]));
  }

  find(words) {
    this.words = words;
    this.address.soon();
    this.change(() => this.rows.filter(matching(this.trace, words)));
  }

  /** The next span that matches, after the chosen one. */
  next() {
    const { matches } = this.rows;
    if (!matches) return;
    for (let k = 1; k <= matches.length; k++) {
      const i = (this.chosen + k + matches.length) % matches.length;
      if (matches[i]) return this.choose(i);
    }
  }

  key(event) {
    if (event.key === 'Escape' && this.chosen >= 0) this.choose(-1);
    else if (event.key === '/' && !event.target.matches('input, select, textarea')) {
      event.preventDefault();
      this.place.querySelector('input[type=search]').focus();
    }
  }

  page() {
    const { trace } = this;
    const root = trace.spans[0];
    const errors = trace.spans.filter((span) => span.status === 'error').length;
    return html`<section class="trace" aria-label="Trace">
      <header>
        <h1>${root ? line(root.name) : 'An empty trace'}</h1>
        <ul class="facts">
          <li>${root ? line(trace.services[root.service]) : ''}</li><li>${duration(trace.duration)}</li><li>${count(trace.spans.length, 'span')}</li>
          <li>${count(trace.services.length, 'service')}</li><li>${instant(trace.start)}</li>
          ${errors ? html`<li><span class="badge error">${count(errors, 'span')} with an error</span></li>` : nothing}
          ${trace.missingParents ? html`<li><span class="badge warn">incomplete: ${count(trace.missingParents, 'parent')} missing</span></li>` : nothing}
          ${trace.skew.map((skew) => html`<li><span class="badge warn" title="Its clock differs from its callers'; times are shown as adjusted">${line(skew.service)}: clock ${duration(Math.abs(skew.nanos))} ${skew.nanos > 0 ? 'ahead' : 'behind'}</span></li>`)}
        </ul>
        <div class="actions">${this.on.isKept ? html`<button @click=${() => this.share()}>Copy link</button><button @click=${this.on.compare}>Compare</button>` : nothing}<button @click=${this.on.download}>Download</button></div>
      </header>
      ${this.insights()}
      <div class="tabs" role="toolbar" aria-label="How the trace is shown">
        ${Object.entries(TABS).map(([key, name]) => html`<button aria-pressed=${this.tab === key} @click=${() => this.show(key)}>${name}</button>`)}
        ${this.tab === 'waterfall' ? html`<button class="fold" @click=${() => this.change(() => this.rows.foldAll(true))}>Fold all</button><button class="fold" @click=${() => this.change(() => this.rows.foldAll(false))}>Unfold all</button><span class="key">critical path</span>` : nothing}
        <span class="find"><input type="search" placeholder="Find (press /)" aria-label="Find spans" .value=${this.words}
          @input=${(event) => this.find(event.target.value)} @keydown=${(event) => { if (event.key === 'Enter') this.next(); }}>
          <span class="faint" role="status">${this.found()}</span></span>
      </div>
      <div class="split">${this.body()}${this.chosen >= 0 ? drawer(trace, this.chosen, { close: () => this.choose(-1), open: (...span) => this.open(...span), choose: (i) => this.choose(i), logs: this.on.logs, linked: this.linked }) : nothing}</div>
    </section>`;
  }

  found() {
    const { matches } = this.rows;
    return matches ? count(matches.reduce((sum, one) => sum + one, 0), 'match', 'matches') : '';
  }

  insights() {
    const { insights } = this.trace;
    if (!insights.length) return nothing;
    return html`<ul class="insights" aria-label="Insights">${insights.map((insight) => html`<li class=${insight.severity}>
      <button @click=${() => this.choose(insight.spans[0])}><strong>${line(insight.title)}</strong>${line(insight.suggestion)}</button></li>`)}</ul>`;
  }

  body() {
    if (this.tab === 'flame') return html`<div class="panel">${this.flame.element}</div>`;
    if (this.tab === 'operations') return html`<div class="scroll">${this.table()}</div>`;
    return this.waterfall.element;
  }

  table() {
    return html`<table class="plain operations"><thead><tr><th>Service</th><th>Operation</th><th class="number">Spans</th><th class="number">Errors</th><th class="number">Total</th><th class="number">By itself</th><th class="number">Longest</th></tr></thead>
      <tbody>${operations(this.trace).map((each) => html`<tr>
        <td>${line(this.trace.services[each.service])}</td><td>${operation(each.name)}</td><td class="number">${each.count}</td><td class="number">${each.errors || ''}</td>
        <td class="number">${duration(each.total)}</td><td class="number">${duration(each.self)}</td>
        <td class="number"><button @click=${() => this.choose(each.longest)}>${duration(this.trace.spans[each.longest].duration)}</button></td></tr>`)}</tbody></table>`;
  }
}

/** Without packages where there is no room. */
function operation(name) {
  const [packages, rest] = qualified(line(name));
  return html`<span class="pack">${packages}</span>${rest}`;
}
