// Looks again every two seconds while the page can be seen, until the operator goes elsewhere.
import { Refusal } from './api.js';
import { complain, hush } from './notice.js';

const PAUSE = 2000;

export function refresh(signal, look) {
  let failed = false;
  let timer = 0;
  const next = () => {
    if (!signal.aborted && !document.hidden) timer = setTimeout(again, PAUSE);
  };
  const again = async () => {
    clearTimeout(timer);
    if (signal.aborted || document.hidden) return;
    try {
      await look();
      if (failed) hush();
      failed = false;
    } catch (error) {
      if (signal.aborted) return;
      failed = true;
      complain(error instanceof Refusal ? `${error.message} Trying again.` : String(error));
    }
    next();
  };
  document.addEventListener('visibilitychange', again, { signal });
  next();
}
