// Finds traces, and shows them as dots and as rows.

import { html, nothing, render } from '../lib/lit-html.js';
import { ask, Failed } from '../parts/api.js';
import { FIRST } from '../parts/first.js';
import { count } from '../parts/format.js';
import { choice, period, since } from '../parts/period.js';
import { line } from '../parts/text.js';
import { histogram } from './histogram.js';
import { Live } from './live.js';
import { offers } from './offers.js';
import { parse, quote, replace } from './query.js';
import { ORDERS, results } from './results.js';
import { scatter } from './scatter.js';

const MOST = 500;
const ERROR = /(^|\s)error(\s|$)/;

export class SearchView {
  /** @param state `q`, `last`, or `from` and `to`; `sort` @param on `open(traceId)`, `asked(state)` */
  constructor(place, state, on) {
    this.place = place;
    this.on = on;
    this.text = this.written = state.q ?? '';
    this.last = state.last ?? '1h';
    this.between = state.from && state.to ? { from: state.from, to: state.to } : null;
    this.order = state.sort in ORDERS ? state.sort : 'latest';
    this.known = { services: [], operations: [], attributes: [] };
    this.traces = null;
    this.resized = new ResizeObserver(() => { if (this.plot && this.plot.width !== this.dots()?.clientWidth) this.drawDots(); });
    this.resized.observe(place);
    this.start();
  }

  async start() {
    this.draw();
    await this.search();
    await this.complete();
  }

  close() {
    this.tail?.close();
    this.asking?.abort();
    this.resized.disconnect();
    this.plot?.destroy();
  }

  /** What the data has, to choose from. */
  async complete() {
    const { service } = this.query();
    try {
      this.known.services = (await ask('services')).services;
      this.known.operations = service ? (await ask(`services/${encodeURIComponent(service)}/operations`)).operations : [];
      this.draw();
      this.known.attributes = (await ask('attributes', { service })).attributes;
    } catch { /* Only what would have been offered is missing. */ }
    this.draw();
  }

  query() {
    try {
      return parse(this.text);
    } catch {
      return {};
    }
  }

  async search() {
    this.asking?.abort();
    const asking = new AbortController();
    Object.assign(this, { asking, busy: true, failure: null });
    this.draw();
    try {
      const parameters = { ...parse(this.text), ...this.window(), limit: MOST };
      this.tell();
      this.traces = (await ask('traces', parameters, asking.signal)).traces;
    } catch (failure) {
      if (!(failure instanceof Failed) && failure.name !== 'AbortError') throw failure;
      if (this.asking === asking && failure instanceof Failed) this.failure = failure.message;
    }
    // A later search has taken its place.
    if (this.asking !== asking) return;
    this.busy = false;
    this.draw();
    this.drawDots();
  }

  window() {
    return this.between ?? since(this.last);
  }

  tell() {
    const { text: q, last, order, between } = this;
    this.on.asked({ q, last, ...between, ...(order === 'latest' ? {} : { sort: order }) });
  }

  ask(text) {
    this.text = this.written = text.trim();
    this.between = null;
    this.search().then(() => { if (this.tail) this.live(true); });
    this.complete();
  }

  sort(order) {
    this.order = order;
    this.tell();
    this.draw();
  }

  /** Follows what comes in, or no longer. */
  live(on) {
    this.tail?.close();
    this.tail = null;
    this.told = '';
    if (on && !this.failure) {
      const parameters = parse(this.text);
      const tail = new Live(parameters, {
        begun: () => this.catchUp(tail, parameters),
        came: (traces, omitted) => this.came(traces, omitted),
        broken: (why) => { this.told = `${why} Trying again\u2026`; this.draw(); },
      });
      this.tail = tail;
    }
    this.draw();
  }

  /** What came while there was no line. */
  async catchUp(tail, parameters) {
    this.told = '';
    try {
      const { traces } = await ask('traces', { ...parameters, ...this.window(), limit: MOST });
      if (this.tail === tail) this.came(traces, 0);
    } catch (failure) {
      if (!(failure instanceof Failed)) throw failure;
      this.told = failure.message;
      this.draw();
    }
  }

  /** What was found before and what comes now of one trace may overlap, so it is not added up. */
  came(traces, omitted) {
    const all = new Map((this.traces ?? []).map((trace) => [trace.traceId, trace]));
    for (const trace of traces) {
      const known = all.get(trace.traceId);
      all.set(trace.traceId, known && known.spans > trace.spans ? known : trace);
    }
    this.traces = [...all.values()].sort(ORDERS.latest).slice(0, MOST);
    this.told = omitted ? `${count(omitted, 'more trace')} came in a second than can be followed: ask for less.` : '';
    this.draw();
    this.drawDots();
  }

  dots() {
    return this.place.querySelector('.dots');
  }

  drawDots() {
    this.plot?.destroy();
    this.plot = null;
    const place = this.dots();
    if (!place || !this.traces?.length) return;
    this.plot = scatter(place, this.traces, {
      drawn: (plot) => histogram(this.place.querySelector('.bars'), plot, this.traces, (box) => this.narrow(box)),
      open: (trace) => this.on.open(trace.traceId),
      select: (box) => {
        this.between = { from: String(BigInt(Math.round(box.from / 1e3)) * 1000n), to: String(BigInt(Math.round(box.to / 1e3)) * 1000n) };
        this.narrow(box);
      },
    });
  }

  /** Asks for traces that took so long. */
  narrow({ min, max }) {
    this.text = this.written = replace(this.text, 'duration', `duration>${Math.max(0, Math.floor(min))}ns duration<${Math.ceil(max)}ns`);
    this.search();
  }

  draw() {
    render(this.page(), this.place);
  }

  page() {
    const some = Boolean(this.traces?.length);
    return html`<section class="search" aria-label="Search">
      ${this.form()}
      ${this.failure ? html`<p class="badge error" role="alert">${this.failure}</p>` : nothing}
      ${this.tail && this.told ? html`<p class="badge warn" role="status">${this.told}</p>` : nothing}
      <div class="plots" aria-hidden="true" ?hidden=${!some}><div class="dots"></div><div class="bars" title="Drag to ask for traces that took so long"></div></div>
      ${this.state()}
      ${some ? results(this.traces, this.order, (order) => this.sort(order)) : this.traces && !this.busy ? this.nothing() : nothing}
    </section>`;
  }

  form() {
    const { service = '', operation = '' } = this.query();
    const { services, operations } = this.known;
    const errors = ERROR.test(this.text);
    return html`<form role="search" @submit=${(event) => { event.preventDefault(); this.ask(event.target.elements.q.value); }}>
      <input type="search" name="q" list="offers" aria-label="Query" placeholder='service:orders duration>100ms error http.route=/orders' .value=${this.text} autocomplete="off" spellcheck="false"
        @input=${(event) => { this.written = event.target.value; this.draw(); }}>
      <datalist id="offers">${offers(this.written, this.known).map((each) => html`<option value=${each}></option>`)}</datalist>
      ${choice('Service', service, services, line, (name) => this.ask(replace(replace(this.text, 'operation', ''), 'service', name && `service:${quote(name)}`)))}
      ${choice('Operation', operation, [...new Set(operations.map((each) => each.name))], line, (name) => this.ask(replace(this.text, 'operation', name && `operation:${quote(name)}`)))}
      ${period(this.last, (last) => { this.last = last; this.between = null; this.search(); })}
      <button type="button" aria-pressed=${errors} @click=${() => this.ask(replace(this.text, 'error', errors ? '' : 'error'))}>Errors</button>
      <button type="button" class="live" aria-pressed=${Boolean(this.tail)} title="Follow what comes in" @click=${() => this.live(!this.tail)}>Live</button>
      <button type="submit" class="main">Search</button>
    </form>`;
  }

  state() {
    if (this.busy) return html`<p class="faint state" role="status"><span class="spinner" aria-hidden="true"></span>Searching\u2026 <button @click=${() => this.asking.abort()}>Cancel</button></p>`;
    if (!this.traces?.length) return nothing;
    const all = this.traces.length >= MOST ? `The latest ${MOST} traces` : count(this.traces.length, 'trace');
    return html`<p class="faint state" role="status">${all}${this.tail ? ', and what comes in' : ''}
      ${this.between ? html` of the time that was chosen <button @click=${() => { this.between = null; this.search(); }}>All of it</button>` : nothing}</p>`;
  }

  nothing() {
    return this.known.services.length ? html`<p class="empty">No trace meets all of this. Ask for less, or for a longer time.</p>` : FIRST();
  }
}
