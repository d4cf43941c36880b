// What is shown while nothing has come.

import { html } from '../lib/lit-html.js';
import { snippet } from './snippet.js';

/** Where the page is, since a server may have other applications, too. */
const HERE = (location.origin + location.pathname).replace(/\/$/, '');
const JSON_SPAN = '{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"hello"}}]},"scopeSpans":[{"spans":[{"traceId":"\'$(openssl rand -hex 16)\'","spanId":"\'$(openssl rand -hex 8)\'","name":"GET /hello","kind":2,"startTimeUnixNano":"\'$(date +%s%N)\'","endTimeUnixNano":"\'$(date +%s%N)\'"}]}]}]}';

export const FIRST = () => html`<div class="empty"><h1>No trace has come yet</h1>
  <h2>From a Jakarta EE application</h2>
  <p>Add one dependency to the WAR, and say where the collector is:</p>
  ${snippet('The dependency', '<dependency>\n  <groupId>dev.clew</groupId>\n  <artifactId>tracing-jakartaee</artifactId>\n  <version>0.1.0-SNAPSHOT</version>\n</dependency>')}
  ${snippet('Variables for the server', `export OTEL_SERVICE_NAME=orders\nexport OTEL_EXPORTER_OTLP_ENDPOINT=${HERE}`)}
  <h2>From anything else that speaks OTLP over HTTP</h2>
  <p>The same two variables. Or send a span by hand, to see that it arrives:</p>
  ${snippet('A span by hand', `curl ${HERE}/v1/traces -H 'Content-Type: application/json' -d '${JSON_SPAN}'`)}
  <h2>From a file</h2>
  <p>Drop a file of OTLP JSON onto this page, or choose <em>Open a file</em> above. It is shown and not kept. <span class="mono">./demo --once --json trace.json</span> writes one.</p></div>`;
