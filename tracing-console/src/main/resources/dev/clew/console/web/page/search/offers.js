// What may be written next: the words of the language, and what the data has. Each offer is the
// whole text, as it is what a browser puts in place of it.

import { quote } from './query.js';

const WORDS = ['service:', 'operation:', 'duration>100ms', 'duration<1s', 'error'];

/** @param known `services`, `operations` and `attributes`, the last with their `name` and `values` */
export function offers(text, known) {
  const last = /\S*$/.exec(text)[0];
  const before = text.slice(0, text.length - last.length);
  return [...new Set(next(last, known))].map((each) => before + each).filter((each) => each !== text);
}

function next(word, { services, operations, attributes }) {
  const name = /^(.+)=/.exec(word)?.[1];
  if (name) return attributes.filter((each) => each.name === name).flatMap((each) => each.values.map((value) => `${name}=${quote(value)}`));
  if (word.startsWith('service:')) return services.map((each) => `service:${quote(each)}`);
  if (word.startsWith('operation:')) return operations.map((each) => `operation:${quote(each.name)}`);
  return [...WORDS, ...services.map((each) => `service:${quote(each)}`), ...attributes.map((each) => `${each.name}=`)];
}
