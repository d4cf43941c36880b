// What is shown while nothing has come.

import { html } from '../lib/lit-html.js';

export const FIRST = html`<div class="empty"><h1>No trace has come yet</h1>
  <p>Start an application with Clew, or anything else that speaks OTLP over HTTP, and let it send here:</p>
  <pre class="mono" tabindex="0">OTEL_SERVICE_NAME=orders OTEL_EXPORTER_OTLP_ENDPOINT=${location.origin} bin/standalone.sh</pre>
  <p>Or drop a file of OTLP JSON onto this page, such as <span class="mono">./demo --once --json trace.json</span> writes; it is shown and not kept.</p></div>`;
