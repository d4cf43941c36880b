// What is found again and again in many traces, the most important first.

import { html, nothing } from '../lib/lit-html.js';
import { ask } from '../parts/api.js';
import { FIRST } from '../parts/first.js';
import { count, duration } from '../parts/format.js';
import { Loader } from '../parts/loader.js';
import { choice, period, since } from '../parts/period.js';
import { line } from '../parts/text.js';
import { quote } from '../search/query.js';

const KINDS = {
  error_origin: 'Error', timeout: 'Time-out', retry_storm: 'Retries', slower_than_usual: 'Slower than usual', n_plus_one: 'N+1 queries', dominant: 'Takes most of the time',
  waiting: 'Waiting', serial_calls: 'One after the other', chatty: 'Many small calls', single_point: 'Single point', many_services: 'Many services',
};

export class InsightsView extends Loader {
  /** @param on `asked(service, last)` */
  constructor(place, state, on) {
    super(place);
    this.on = on;
    this.service = state.service ?? '';
    this.last = state.last ?? '1h';
    this.services = [];
    this.load();
  }

  async question(signal) {
    this.on.asked(this.service, this.last);
    this.services = (await ask('services', {}, signal)).services;
    return ask('insights', { service: this.service, ...since(this.last) }, signal);
  }

  change(what) {
    Object.assign(this, what);
    this.load();
  }

  page(answer) {
    return html`<section class="found" aria-label="Insights">
      <header><h1>Insights</h1>
        ${choice('Service', this.service, this.services, line, (service) => this.change({ service }))}
        ${period(this.last, (last) => this.change({ last }))}
        ${answer && !this.busy ? html`<span class="faint" role="status">${answer.cut ? 'the latest ' : ''}${count(answer.traces, 'trace')} looked at</span>` : nothing}
      </header>
      ${this.state('Looking at traces')}
      ${answer && !this.busy ? this.list(answer) : nothing}
    </section>`;
  }

  list(answer) {
    if (!answer.traces) return this.services.length ? html`<p class="empty">No trace in this time. Ask for a longer one.</p>` : FIRST();
    if (!answer.insights.length) return html`<p class="empty">Nothing stands out in these traces.</p>`;
    return html`<ol class="findings">${answer.insights.map((each) => this.finding(each, answer.traces))}</ol>`;
  }

  finding(each, traces) {
    const [first, ...others] = each.examples;
    return html`<li class=${each.severity}>
      <div class="kind"><span class="badge ${each.severity === 'high' ? 'error' : each.severity === 'medium' ? 'warn' : ''}">${KINDS[each.kind] ?? each.kind}</span>
        <span class="faint">in ${each.traces.toLocaleString('en')} of ${count(traces, 'trace')}${each.nanos ? html` \u00b7 ${duration(each.nanos)} in all` : nothing}</span></div>
      <h2>${line(each.title)}</h2>
      <p>${line(each.detail)}</p>
      <p class="next"><strong>Next</strong> ${line(each.suggestion)}</p>
      <p class="ways">${first ? html`<a class="button" href=${place(first)}>Open the clearest trace</a>` : nothing}
        ${others.map((other, k) => html`<a href=${place(other)} aria-label="Example ${k + 2} of: ${line(each.title)}">${k + 2}</a>`)}
        ${each.operation ? html`<a href="#/search?${new URLSearchParams({ q: `service:${quote(each.service)} operation:${quote(each.operation)}`, last: this.last })}">All traces with it</a>` : nothing}</p>
    </li>`;
  }
}

const place = (example) => `#/trace/${example.traceId}?span=${example.spanId}`;
