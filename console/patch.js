// A record as rows, and what was written into them as a JSON merge patch: objects hold only what changed, lists are whole.

/** Every single value with the way to it: ['lines', 0, 'sku']. */
export function rowsOf(node, path = []) {
  if (node === null || typeof node !== 'object') return [{ path, value: node }];
  return Object.keys(node).flatMap(name => rowsOf(node[name], [...path, Array.isArray(node) ? Number(name) : name]));
}

/** edits: { path, value, written }, where value is what the record holds and written what the operator wants instead. */
export function patchOf(record, edits) {
  const patch = {};
  for (const { path, value, written } of edits) {
    const list = path.findIndex(step => typeof step === 'number');
    if (list < 0) put(patch, path, typed(written, value));
    else {
      const whole = path.slice(0, list);
      const known = at(patch, whole) ?? structuredClone(at(record, whole));
      put(known, path.slice(list), typed(written, value));
      put(patch, whole, known);
    }
  }
  return patch;
}

const at = (node, path) => path.reduce((inner, step) => inner?.[step], node);

function put(node, path, value) {
  const parent = path.slice(0, -1).reduce((inner, step) => inner[step] ??= {}, node);
  parent[path.at(-1)] = value;
}

/** What stood for a number or a yes stays one; what cannot be one is left to the API, which says so. */
function typed(written, before) {
  if (written === '') return typeof before === 'string' || before === null ? null : written;
  if (typeof before === 'number') return Number.isNaN(Number(written)) ? written : Number(written);
  if (typeof before === 'boolean') return written === 'true' ? true : written === 'false' ? false : written;
  return written;
}
