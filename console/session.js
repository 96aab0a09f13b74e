// The function key and the operator's name: kept for this tab only, gone when it is closed.
const KEY = 'isthmus.key';
const OPERATOR = 'isthmus.operator';

export const session = {
  get key() { return sessionStorage.getItem(KEY); },
  get operator() { return sessionStorage.getItem(OPERATOR) ?? ''; },
  begin(key, operator) {
    sessionStorage.setItem(KEY, key);
    sessionStorage.setItem(OPERATOR, operator);
  },
  end() { sessionStorage.removeItem(KEY); },
};

/** The name as a header can carry it: accents are dropped, what is left beyond ASCII is percent-encoded. */
export function headerName(operator) {
  return operator.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^ -~]+/gu, encodeURIComponent).slice(0, 100);
}
