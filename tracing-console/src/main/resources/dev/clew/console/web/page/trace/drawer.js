// All that one span says.

import { html, nothing } from '../lib/lit-html.js';
import { count, duration } from '../parts/format.js';
import { line, shown } from '../parts/text.js';
import { logsOf } from './logs.js';

const MOST_LINKING = 20;

/** @param i the span's place @param on `close()`, `open(traceId, spanId)`, `choose(i)`; `logs`, a template or nothing; `linked`, what other traces' links are known by */
export function drawer(trace, i, on) {
  const span = trace.spans[i];
  const logs = logsOf(on.logs, trace, span);
  const linking = linkedFrom(trace, span);
  return html`<aside class="drawer s${span.service % 10}" aria-label="Span ${line(span.name)}">
    <header><h2>${line(span.name)}</h2><button @click=${on.close} aria-label="Close" title="Close (Esc)">\u2715</button></header>
    <ul class="facts">
      <li>${line(trace.services[span.service])}</li><li>${span.kind}</li>
      <li>${duration(span.duration)}, by itself ${duration(span.self)}</li><li>after ${duration(span.start)}</li>
      ${span.status === 'error' ? html`<li><span class="badge error">error</span></li>` : nothing}
      ${logs ? html`<li><a href=${logs} target="_blank" rel="noopener noreferrer">Logs</a></li>` : nothing}
      ${span.missingParent ? html`<li><span class="badge warn">its parent has not come</span></li>` : nothing}
    </ul>
    ${span.message ? html`<pre>${shown(span.message)}</pre>` : nothing}
    ${span.insights?.map((insight) => html`<div class="event"><h3>${line(insight.title)}</h3>${shown(insight.detail)}<br>${shown(insight.suggestion)}</div>`)}
    ${pairs('Attributes', span.attributes)}
    ${span.events.length ? html`<h3>${count(span.events.length, 'event')}</h3>${span.events.map((event) => eventOf(span, event))}` : nothing}
    ${span.links.length ? html`<h3>${count(span.links.length, 'link')}</h3>${span.links.map((link) => linkOf(link, on))}` : nothing}
    ${linking.length ? html`<h3>Linked from ${count(linking.length, 'span')} of this trace</h3>${linking.slice(0, MOST_LINKING).map((from) => html`<div class="event"><button @click=${() => on.choose(from)}>${line(trace.spans[from].name)}</button></div>`)}` : nothing}
    ${on.linked?.of(span) ?? nothing}
    ${pairs('Resource', trace.resources[span.resource] ?? [])}
    ${pairs('Ids', [['trace', trace.traceId], ['span', span.id], ...(span.parentId ? [['parent', span.parentId]] : [])])}
  </aside>`;
}

/** Places of the spans that have a link to this one. */
function linkedFrom(trace, span) {
  trace.linking ??= trace.spans.flatMap(({ links }, from) => links.filter((link) => link.traceId === trace.traceId).map((link) => [link.spanId, from]));
  return trace.linking.filter(([id]) => id === span.id).map(([, from]) => from);
}

function pairs(title, all) {
  return all.length ? html`<h3>${title}</h3><dl>${all.map(([key, value]) => html`<dt>${line(key)}</dt><dd class="mono">${shown(value)}</dd>`)}</dl>` : nothing;
}

function eventOf(span, event) {
  const trace = event.attributes.find(([key]) => key === 'exception.stacktrace');
  const others = event.attributes.filter((each) => each !== trace);
  return html`<div class="event ${event.name === 'exception' ? 'exception' : ''}">
    <strong>${line(event.name)}</strong> <span class="faint">${duration(Math.max(0, event.at - span.start))} after the span's start</span>
    <dl>${others.map(([key, value]) => html`<dt>${line(key)}</dt><dd class="mono">${shown(value)}</dd>`)}</dl>
    ${trace ? html`<details><summary>Stack trace</summary><pre>${shown(trace[1])}</pre></details>` : nothing}
  </div>`;
}

function linkOf(link, on) {
  return html`<div class="event"><button class="mono" @click=${() => on.open(link.traceId, link.spanId)}>${link.traceId.slice(0, 8)}\u2026 / ${link.spanId}</button>
    ${link.attributes.length ? pairs('', link.attributes) : nothing}</div>`;
}
