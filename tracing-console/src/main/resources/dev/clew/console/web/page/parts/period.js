// The time that is looked at, up to now.

import { html } from '../lib/lit-html.js';

const PERIODS = { '15m': '15 minutes', '1h': 'hour', '6h': '6 hours', '24h': '24 hours', '7d': '7 days', '': 'all that is kept' };
const SECONDS = { m: 60, h: 3600, d: 86400 };

/** The parameter `from` of a question about the last `6h`; none for all that is kept. */
export function since(last) {
  if (!last) return {};
  const [, number, unit] = /^(\d+)([mhd])$/.exec(last) ?? [, 1, 'h'];
  return { from: String(BigInt(Date.now() - number * SECONDS[unit] * 1000) * 1_000_000n) };
}

/** @param chosen what to do with another period */
export const period = (last, chosen) => html`<label>Last <select @change=${(event) => chosen(event.target.value)}>
  ${Object.entries(PERIODS).map(([value, name]) => html`<option value=${value} ?selected=${value === last}>${name}</option>`)}</select></label>`;

/** A choice of one of many names, or of any. */
export const choice = (label, value, all, text, chosen) => html`<label>${label} <select @change=${(event) => chosen(event.target.value)} ?disabled=${!all.length}>
  <option value="">any</option>${all.map((name) => html`<option value=${name} ?selected=${name === value}>${text(name)}</option>`)}</select></label>`;
