// What distinguishes traces from others, or one from another.

import { html, nothing } from '../lib/lit-html.js';
import { ask } from '../parts/api.js';
import { count, duration } from '../parts/format.js';
import { Loader } from '../parts/loader.js';
import { period, since } from '../parts/period.js';
import { line } from '../parts/text.js';
import { parse } from '../search/query.js';
import { laidOver } from './diff.js';

const TRACE = /^[0-9a-f]{32}$/;
const READY = { 'Errors': ['error', ''], 'Slow ones': ['duration>100ms', ''] };
const ALIKE = 20;

export class CompareView extends Loader {
  /** @param state `a` and `b`, each a search or the id of a trace; `last` @param on `asked(state)` */
  constructor(place, state, on) {
    super(place);
    this.on = on;
    this.a = state.a ?? '';
    this.b = state.b ?? '';
    this.last = state.last ?? '1h';
    this.load();
  }

  question(signal) {
    this.on.asked({ a: this.a, b: this.b, last: this.last });
    if (TRACE.test(this.a)) return TRACE.test(this.b) ? ask(`compare/${this.a}/${this.b}`, {}, signal) : this.alike(signal);
    if (!this.a && !this.b) return null;
    return ask('compare', { subject: this.search(this.a), baseline: this.search(this.b) }, signal);
  }

  /** Traces that begin as the first one does, to choose one. */
  async alike(signal) {
    const { spans: [root], services } = await ask(`view/${this.a}`, {}, signal);
    const { traces } = await ask('traces', { service: services[root.service], operation: root.name, limit: ALIKE, ...since(this.last) }, signal);
    return { alike: traces.filter((trace) => trace.traceId !== this.a) };
  }

  search(text) {
    const { attribute, ...others } = { ...parse(text), ...since(this.last) };
    return new URLSearchParams([...Object.entries(others), ...attribute.map((each) => ['attribute', each])]).toString();
  }

  change(what) {
    Object.assign(this, { answer: null }, what);
    this.load();
  }

  page(answer) {
    const ask = (event) => { event.preventDefault(); const { a, b } = event.target.elements; this.change({ a: a.value.trim(), b: b.value.trim() }); };
    return html`<section class="compare" aria-label="Compare">
      <header><h1>Compare</h1>
        ${Object.entries(READY).map(([name, [a, b]]) => html`<button @click=${() => this.change({ a, b })} aria-pressed=${this.a === a && this.b === b}>${name} against the rest</button>`)}
        ${period(this.last, (last) => this.change({ last }))}</header>
      <form @submit=${ask}>
        <label>These <input type="text" name="a" .value=${this.a} placeholder="error, or the id of a trace" autocomplete="off" spellcheck="false"></label>
        <label>against <input type="text" name="b" .value=${this.b} placeholder="all others, or the id of a trace" autocomplete="off" spellcheck="false"></label>
        <button type="submit">Compare</button>
      </form>
      ${this.state('Comparing')}
      ${this.busy || this.failure ? nothing : this.result(answer)}
    </section>`;
  }

  result(answer) {
    if (!answer) return html`<p class="empty">Choose which traces are to be explained, in the words of the search: <span class="mono">service:orders duration>200ms</span>. Or open a trace and choose <em>Compare</em> there.</p>`;
    if (answer.rows) return laidOver(answer);
    if (answer.alike) return this.choices(answer.alike);
    if (!answer.subject || !answer.baseline) return html`<p class="empty">${answer.subject ? 'No other trace to compare with' : 'No trace meets this'}: ask for less, or for a longer time.</p>`;
    return html`<p class="faint" role="status">${count(answer.subject, 'trace')} against ${answer.baseline.toLocaleString('en')} others</p>
      ${answer.suspects.length ? html`<h2>Most likely to blame</h2><ol class="findings">${answer.suspects.slice(0, 5).map(suspect)}</ol>` : nothing}
      <h2>More frequent in these</h2>
      ${answer.differences.length ? differences(answer) : html`<p>Nothing is more frequent in these, by more than accident.</p>`}`;
  }

  choices(traces) {
    if (!traces.length) return html`<p class="empty">No other trace begins in the same way. Ask for a longer time, or write the id of another one.</p>`;
    return html`<h2>Against which of these?</h2><table class="plain"><thead><tr><th>Trace</th><th class="number">Took</th><th class="number">Spans</th><th class="number">Errors</th></tr></thead>
      <tbody>${traces.map((trace) => html`<tr><td><button @click=${() => this.change({ b: trace.traceId })}>${line(trace.rootName)}</button> <span class="faint mono">${trace.traceId.slice(0, 8)}</span></td>
        <td class="number">${duration(trace.durationNanos)}</td><td class="number">${trace.spans}</td><td class="number">${trace.errors || ''}</td></tr>`)}</tbody></table>`;
  }
}

const open = (example) => `#/trace/${example.traceId}?span=${example.spanId}`;
const percent = (part) => `${Math.round(part * 100)} %`;

const suspect = (each) => html`<li class="high"><div class="kind"><span class="badge warn">${each.fault.replace('_', ' ')}</span><span class="faint">explains ${percent(each.score)}</span></div>
  <h3>${line(each.operation)} in ${line(each.service)}</h3><p>${line(each.detail)}</p>
  ${each.examples[0] ? html`<p class="ways"><a class="button" href=${open(each.examples[0])}>Open an example</a></p>` : nothing}</li>`;

function differences(answer) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Differences"><table class="plain"><thead><tr><th>What</th><th class="number">In these</th><th class="number">In the others</th><th class="number">By chance</th><th>Example</th></tr></thead>
    <tbody>${answer.differences.slice(0, 100).map((each) => html`<tr><td>${each.what.slice(0, 4).map((what) => html`<div>${line(what)}</div>`)}${each.what.length > 4 ? html`<div class="faint">and ${each.what.length - 4} that always come with it</div>` : nothing}</td>
      <td class="number">${percent(each.inSubject / answer.subject)}</td><td class="number">${percent(each.inBaseline / answer.baseline)}</td>
      <td class="number">${each.chance < 0.001 ? '< 0.1 %' : percent(each.chance)}</td><td>${each.examples[0] ? html`<a href=${open(each.examples[0])}>open</a>` : nothing}</td></tr>`)}</tbody></table></div>`;
}
