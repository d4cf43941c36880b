// Finds traces, and shows them as dots and as rows.

import { html, nothing, render } from '../lib/lit-html.js';
import { ask, Failed } from '../parts/api.js';
import { FIRST } from '../parts/first.js';
import { count, duration } from '../parts/format.js';
import { choice, period, since } from '../parts/period.js';
import { line } from '../parts/text.js';
import { Live } from './live.js';
import { parse, quote, replace } from './query.js';
import { scatter } from './scatter.js';

const MOST = 500;

export class SearchView {
  /** @param on `open(traceId)`, `asked(text, last)` */
  constructor(place, state, on) {
    this.place = place;
    this.on = on;
    this.text = state.q ?? '';
    this.last = state.last ?? '1h';
    this.services = [];
    this.operations = [];
    this.traces = null;
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
    this.plot?.destroy();
  }

  async complete() {
    try {
      this.services = (await ask('services')).services;
      const service = this.query().service;
      this.operations = service ? (await ask(`services/${encodeURIComponent(service)}/operations`)).operations : [];
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
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.busy = true;
    this.failure = null;
    this.draw();
    try {
      const parameters = { ...parse(this.text), ...this.window(), limit: MOST };
      this.on.asked(this.text, this.last);
      this.traces = (await ask('traces', parameters, signal)).traces;
      this.failure = null;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      if (!(failure instanceof Failed)) throw failure;
      this.failure = failure.message;
    }
    this.busy = false;
    this.draw();
    this.drawDots();
  }

  window() {
    return this.between ?? since(this.last);
  }

  ask(text) {
    this.text = text;
    this.between = null;
    this.search().then(() => { if (this.tail) this.live(true); });
    this.complete();
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
    this.traces = [...all.values()].sort((a, b) => b.startNanos - a.startNanos).slice(0, MOST);
    this.told = omitted ? `${count(omitted, 'more trace')} came in a second than can be followed: ask for less.` : '';
    this.draw();
    this.drawDots();
  }

  drawDots() {
    const place = this.place.querySelector('.dots');
    this.plot?.destroy();
    this.plot = null;
    if (!place || !this.traces?.length) return;
    this.plot = scatter(place, this.traces.map((trace) => ({ ...trace, start: trace.startNanos, duration: trace.durationNanos })), {
      open: (trace) => this.on.open(trace.traceId),
      select: (box) => {
        this.between = { from: String(BigInt(Math.round(box.from / 1e3)) * 1000n), to: String(BigInt(Math.round(box.to / 1e3)) * 1000n) };
        const bounds = `duration>${Math.max(0, Math.floor(box.min))}ns duration<${Math.ceil(box.max)}ns`;
        this.text = replace(this.text, 'duration', bounds);
        this.search();
      },
    });
  }

  draw() {
    render(this.page(), this.place);
  }

  page() {
    const { service = '', operation = '' } = this.query();
    return html`<section class="search" aria-label="Search">
      <form role="search" @submit=${(event) => { event.preventDefault(); this.ask(event.target.elements.q.value); }}>
        <input type="search" name="q" list="offers" aria-label="Query" placeholder='service:orders duration>100ms error http.route=/orders' .value=${this.text} autocomplete="off" spellcheck="false">
        <datalist id="offers">${this.services.map((name) => html`<option value="service:${quote(name)}"></option>`)}${this.operations.map((each) => html`<option value="operation:${quote(each.name)}"></option>`)}<option value="error"></option><option value="duration>100ms"></option></datalist>
        ${choice('Service', service, this.services, line, (name) => this.ask(replace(replace(this.text, 'operation', ''), 'service', name && `service:${quote(name)}`)))}
        ${choice('Operation', operation, [...new Set(this.operations.map((each) => each.name))], line, (name) => this.ask(replace(this.text, 'operation', name && `operation:${quote(name)}`)))}
        ${period(this.last, (last) => { this.last = last; this.between = null; this.search(); })}
        <button type="button" aria-pressed=${/(^|\s)error(\s|$)/.test(this.text)} @click=${() => this.ask(replace(this.text, 'error', /(^|\s)error(\s|$)/.test(this.text) ? '' : 'error'))}>Errors</button>
        <button type="button" aria-pressed=${Boolean(this.tail)} title="Follow what comes in" @click=${() => this.live(!this.tail)}>Live</button>
        <button type="submit">Search</button>
      </form>
      ${this.failure ? html`<p class="badge error" role="alert">${this.failure}</p>` : nothing}
      ${this.tail && this.told ? html`<p class="badge warn" role="status">${this.told}</p>` : nothing}
      <div class="dots" aria-hidden="true"></div>
      ${this.busy && !this.traces ? html`<p class="faint" role="status">Searching\u2026 <button @click=${() => this.asking.abort()}>Cancel</button></p>` : this.list()}
    </section>`;
  }

  list() {
    if (!this.traces) return nothing;
    if (!this.traces.length) return this.services.length ? html`<p class="empty">No trace meets all of this. Ask for less, or for a longer time.</p>` : FIRST;
    return html`<p class="faint" role="status">${count(this.traces.length, 'trace')}, the latest first</p>
      <table class="plain traces"><thead><tr><th>Trace</th><th>Service</th><th class="number">Took</th><th class="number">Spans</th><th class="number">Errors</th><th>Services</th><th>Began</th></tr></thead>
      <tbody>${this.traces.map((trace) => html`<tr>
        <td><a href="#/trace/${trace.traceId}">${line(trace.rootName) || '(no name)'}</a></td><td>${line(trace.rootService)}</td>
        <td class="number">${duration(trace.durationNanos)}</td><td class="number">${trace.spans}</td>
        <td class="number">${trace.errors ? html`<span class="badge error">${trace.errors}</span>` : ''}</td>
        <td class="faint">${trace.services.map(line).join(', ')}</td>
        <td class="faint">${new Date(trace.startNanos / 1e6).toLocaleTimeString()}</td></tr>`)}</tbody></table>`;
  }
}
