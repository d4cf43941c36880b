// Two traces, row by row.

import { html, nothing } from '../lib/lit-html.js';
import { count, duration } from '../parts/format.js';
import { line } from '../parts/text.js';

const MOST = 1000;
const DEEPEST = 12;

export function laidOver({ first, second, rows }) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Differences"><table class="plain diff">
    <thead><tr><th>Operation</th><th>Service</th>${[first, second].map((trace, k) => html`<th class="number">${k ? 'Second' : 'First'} <a href="#/trace/${trace.traceId}">${duration(trace.durationNanos)}</a> <span class="faint">${count(trace.spans, 'span')}</span></th>`)}<th class="number">Difference</th></tr></thead>
    <tbody>${rows.slice(0, MOST).map((row) => html`<tr class=${kind(row)}>
      <td><span class="in${Math.min(row.depth, DEEPEST)}">${line(row.operation)}</span></td><td class="faint">${line(row.service)}</td>
      ${part(row.first, first)}${part(row.second, second)}<td class="number">${difference(row)}</td></tr>`)}</tbody></table></div>
    ${rows.length > MOST ? html`<p class="faint">${count(rows.length - MOST, 'row')} more are not shown.</p>` : nothing}`;
}

const kind = (row) => (!row.first.spans ? 'added' : !row.second.spans ? 'gone' : row.second.spans !== row.first.spans || row.first.errors !== row.second.errors ? 'changed' : '');

function part(each, trace) {
  if (!each.spans) return html`<td class="number faint">\u2013</td>`;
  return html`<td class="number">${each.errors ? html`<span class="badge error">${count(each.errors, 'error')}</span> ` : nothing}${each.spans > 1 ? html`<span class="badge">${each.spans.toLocaleString('en')} \u00d7</span> ` : nothing}<a href="#/trace/${trace.traceId}?span=${each.spanId}">${duration(each.nanos)}</a></td>`;
}

function difference({ first, second }) {
  if (!first.spans) return 'only in the second';
  if (!second.spans) return 'only in the first';
  const nanos = second.nanos - first.nanos;
  return `${nanos < 0 ? '\u2212' : '+'}${duration(Math.abs(nanos))}`;
}
