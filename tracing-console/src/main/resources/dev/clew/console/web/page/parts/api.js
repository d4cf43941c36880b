// Asks the collector. What goes wrong is said in words that tell what to do.

const ROOT = 'api/v1/';

export class Failed extends Error {}

/** Where a question is asked. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) if (each !== undefined && each !== null && each !== '') query.append(name, each);
  }
  const text = query.toString();
  return ROOT + path + (text ? `?${text}` : '');
}

/** @param signal to give up with */
export const ask = (path, parameters, signal) => answer(address(path, parameters), { signal });

/** Shows what a file of OTLP JSON holds, without keeping it. */
export const view = (file, signal) => answer(`${ROOT}view`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: file, signal });

async function answer(path, request) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json' }, ...request });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Failed('The collector does not answer. Is it still running?');
  }
  if (response.ok) return response.json();
  const said = await response.json().catch(() => ({}));
  throw new Failed(said.error ?? `The collector answered ${response.status} to ${path}.`);
}
