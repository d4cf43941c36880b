// The traces that were found, as rows; each column that has an order can be sorted by.

import { html, nothing, svg } from '../lib/lit-html.js';
import { ago, duration, instant } from '../parts/format.js';
import { line } from '../parts/text.js';

const by = (of) => (a, b) => of(b) - of(a);

export const ORDERS = {
  latest: by((trace) => trace.startNanos),
  longest: by((trace) => trace.durationNanos),
  largest: by((trace) => trace.spans),
  faulty: by((trace) => trace.errors),
};

const SHOWN_SERVICES = 4;

/** @param order a key of ORDERS @param sort told another one */
export function results(traces, order, sort) {
  const sorted = [...traces].sort(ORDERS[order] ?? ORDERS.latest);
  const longest = Math.max(1, ...sorted.map((trace) => trace.durationNanos));
  const head = (key, name, kind = 'number') => html`<th class=${kind} aria-sort=${key === order ? 'descending' : 'none'}>
    <button class="sort" @click=${() => sort(key)} title="Sort by this">${name}<span aria-hidden="true">${key === order ? ' \u25be' : ''}</span></button></th>`;
  return html`<table class="plain traces"><thead><tr><th>Trace</th>${head('longest', 'Took')}<th class="share" aria-hidden="true"></th>${head('largest', 'Spans')}${head('faulty', 'Errors')}<th>Services</th>${head('latest', 'Began', '')}</tr></thead>
    <tbody>${sorted.map((trace) => row(trace, longest))}</tbody></table>`;
}

function row(trace, longest) {
  const faulty = trace.errors > 0;
  return html`<tr class=${faulty ? 'faulty' : ''}>
    <td><a href="#/trace/${trace.traceId}">${line(trace.rootName) || '(no name)'}</a> <span class="of">${line(trace.rootService)}</span></td>
    <td class="number">${duration(trace.durationNanos)}</td>
    <td class="share" aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none">${svg`<rect width=${Math.max(0.8, (trace.durationNanos / longest) * 100)} height="8"/>`}</svg></td>
    <td class="number">${trace.spans.toLocaleString('en')}</td>
    <td class="number">${faulty ? html`<span class="badge error">${trace.errors.toLocaleString('en')}</span>` : nothing}</td>
    <td class="faint">${services(trace.services)}</td>
    <td class="faint" title=${instant(BigInt(trace.startNanos))}>${ago(trace.startNanos / 1e6)}</td></tr>`;
}

function services(names) {
  const more = names.length - SHOWN_SERVICES;
  return names.slice(0, SHOWN_SERVICES).map(line).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
