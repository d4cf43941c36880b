// How far the traces can be relied on: what is missing, whose clocks differ, what is sampled, what it costs.

import { html, nothing } from '../lib/lit-html.js';
import { ask } from '../parts/api.js';
import { FIRST } from '../parts/first.js';
import { count, duration } from '../parts/format.js';
import { Loader } from '../parts/loader.js';
import { period, since } from '../parts/period.js';
import { line } from '../parts/text.js';

export class HealthView extends Loader {
  constructor(place, state) {
    super(place);
    this.last = state.last ?? '1h';
    this.load();
  }

  question(signal) {
    return ask('tracing', since(this.last), signal);
  }

  page(answer) {
    return html`<section class="health" aria-label="Health of tracing">
      <header><h1>Health of tracing</h1>${period(this.last, (last) => { this.last = last; this.load(); })}</header>
      ${this.state('Looking at traces')}
      ${answer && !this.busy ? this.health(answer) : nothing}
    </section>`;
  }

  health(answer) {
    const { received } = answer;
    return html`<h2>Since the collector started</h2>
      <dl class="tiles">${tile('Spans kept', received.kept)}${tile('Spans refused: no valid ids', received.refused, true)}${tile('Requests told to come back', received.turnedAway, true)}${tile('Bytes that wait to be stored', received.waitingBytes)}</dl>
      ${lost(received.droppedBySenders)}
      ${flows(received.services)}
      ${answer.traces ? this.traces(answer) : received.kept ? html`<p class="empty">No trace in this time. Ask for a longer one.</p>` : FIRST()}`;
  }

  traces(answer) {
    return html`<h2>${answer.cut ? 'The latest ' : ''}${count(answer.traces, 'trace')} of this time</h2>
      <dl class="tiles">${tile('Incomplete traces', answer.incomplete, true)}${tile('Clocks that differ', answer.clocks.length)}</dl>
      <h2>Services</h2>
      <div class="scroll" tabindex="0" role="group" aria-label="Services"><table class="plain"><thead><tr><th>Service</th>${HEADS.map(([head, meaning]) => html`<th class="number" title=${meaning}>${head}</th>`)}</tr></thead>
        <tbody>${answer.services.map((each) => html`<tr><td>${line(each.service)}</td><td class="number">${number(each.spans)}</td><td class="number">${number(each.entries)}</td><td class="number">${number(each.estimatedEntries)}</td>
          <td class="number">${(each.samplingRate * 100).toFixed(each.samplingRate < 0.1 ? 2 : 0)} %</td><td class="number">${each.spansPerEntry.toFixed(1)}</td><td class="number">${number(each.bytesPerSpan)}</td>
          <td class="number">${each.missingParents ? html`<span class="badge warn">${number(each.missingParents)}</span>` : 0}</td>
          <td class="number">${[each.droppedAttributes, each.droppedEvents, each.droppedLinks].map(number).join(', ')}</td></tr>`)}</tbody></table></div>
      ${answer.clocks.length ? html`<h2>Clocks</h2><table class="plain"><thead><tr><th>Service</th><th>Instance</th><th class="number">Differs by</th></tr></thead>
        <tbody>${answer.clocks.map((clock) => html`<tr><td>${line(clock.service)}</td><td class="mono">${line(clock.instance)}</td><td class="number">${duration(Math.abs(clock.aheadNanos))} ${clock.aheadNanos > 0 ? 'ahead' : 'behind'}</td></tr>`)}</tbody></table>` : nothing}
      <p class="faint">A piece of work is a span that nobody in its service has called, as of a request; how many there were in truth is estimated from what was sampled.
        A parent is missing where a service sends nothing, was killed, or sampled otherwise. Left out are attributes, events and links beyond the sender's limits.</p>`;
  }
}

/** Said by the senders themselves, with each request. */
function lost(instances) {
  if (!instances.length) return nothing;
  const services = new Map();
  for (const { service, spans } of instances) services.set(service, (services.get(service) ?? 0) + spans);
  return html`<section class="lost" aria-label="Dropped by senders"><h2>Dropped by senders</h2>
    ${[...services].map(([service, spans]) => html`<p><span class="badge warn">${number(spans)}</span> spans of <strong>${line(service || '(no name)')}</strong> were dropped before they were sent.</p>`)}
    <p>Why is in the sender's log: <span class="mono">CLEW-0206</span>, its buffer was full: make <span class="mono">clew.journal.size</span> larger, sample less, or give this collector more processors; <span class="mono">CLEW-0203</span> or <span class="mono">CLEW-0204</span>, a receiver refused them; <span class="mono">CLEW-0205</span>, a sender failed.</p>
    ${instances.length > services.size ? html`<details><summary>By instance</summary><table class="plain"><thead><tr><th>Service</th><th>Instance</th><th class="number">Dropped since its start</th></tr></thead>
      <tbody>${instances.slice(0, MOST).map((each) => html`<tr><td>${line(each.service)}</td><td class="mono">${line(each.instance)}</td><td class="number">${number(each.spans)}</td></tr>`)}</tbody></table></details>` : nothing}</section>`;
}

function flows(services) {
  return services.length ? html`<h2>What comes in, of the last two minutes</h2>
    <table class="plain flows"><thead><tr><th>Service</th><th class="number">Spans a second</th><th class="number">Bytes a second</th></tr></thead>
      <tbody>${services.slice(0, MOST).map((each) => html`<tr><td>${line(each.service)}</td><td class="number">${rate(each.spansPerSecond)}</td><td class="number">${rate(each.bytesPerSecond)}</td></tr>`)}</tbody></table>` : nothing;
}

/** Of the numbers of a service, with what they mean. */
const HEADS = [
  ['Spans', 'Spans that came'],
  ['Work', 'Pieces of work that were recorded'],
  ['In truth', 'Pieces of work that there were, as estimated from what was sampled'],
  ['Sampled', 'Pieces of work that were recorded, of those that there were'],
  ['Spans each', 'Spans for a piece of work'],
  ['Bytes a span', 'How large a span is'],
  ['Missing parents', 'Parents of spans that did not come'],
  ['Left out', 'Attributes, events and links that were left out of spans'],
];

const MOST = 100;
const rate = (n) => n.toLocaleString('en', { maximumSignificantDigits: 3 });
const number = (n) => n.toLocaleString('en');
const tile = (name, value, shouldBeNone = false) => html`<div class=${shouldBeNone && value ? 'bad' : ''}><dt>${name}</dt><dd>${number(value)}</dd></div>`;
