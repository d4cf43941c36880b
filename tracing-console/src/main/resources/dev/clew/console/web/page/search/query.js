// The query language: `service:orders operation:"POST /orders" duration>100ms duration<2s error http.route=/orders`.
// Also `link:` with the id of another trace, or with that and a span's: `link:0af7...-b7ad...`. Its words are those of the API's parameters.

import { Failed } from '../parts/api.js';

const TOKEN = /([\w.\-/[\]]+)\s*(:|=|>|<)\s*("(?:[^"\\]|\\.)*"|\S+)|(\S+)/gu;

export class Misread extends Failed {}

/** Parameters of `/api/v1/traces`, for what a person wrote. */
export function parse(text) {
  const query = { attribute: [] };
  for (const [, key, sign, quoted, word] of text.matchAll(TOKEN)) {
    if (word === 'error') query.status = 'error';
    else if (word) throw new Misread(`"${word}" is not understood. Write service:name, operation:name, duration>100ms, error, link:id or attribute=value.`);
    else put(query, key, sign, unquote(quoted));
  }
  return query;
}

function put(query, key, sign, value) {
  if (key === 'service' || key === 'operation' || key === 'link') {
    if (sign === '>' || sign === '<') throw new Misread(`${key} has no order: write ${key}:${value}.`);
    query[key] = value;
  } else if (key === 'duration') {
    if (sign !== '>' && sign !== '<') throw new Misread('A duration is longer or shorter: duration>100ms, duration<2s.');
    query[sign === '>' ? 'minDuration' : 'maxDuration'] = length(value);
  } else if (sign === '=' || sign === ':') {
    query.attribute.push(`${key}=${value}`);
  } else {
    throw new Misread(`${key} cannot be compared by "${sign}": attributes are asked for by =.`);
  }
}

function length(text) {
  if (/^\d+(\.\d+)?(ns|us|µs|ms|s|m|h)$/u.test(text)) return text;
  throw new Misread(`"${text}" is no duration: a number with ns, us, ms, s, m or h, as in 250ms.`);
}

const unquote = (text) => (text.startsWith('"') ? text.slice(1, text.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1') : text);

/** The text with one condition in place of those of its kind; empty takes it away. */
export function replace(text, key, condition) {
  const others = [...text.matchAll(TOKEN)].filter(([whole, name, , , word]) => (word ?? name) !== key && whole.trim()).map(([whole]) => whole);
  return [...others, condition].filter(Boolean).join(' ');
}

export const quote = (value) => (/[\s"]/.test(value) ? `"${value.replace(/(["\\])/g, '\\$1')}"` : value);
