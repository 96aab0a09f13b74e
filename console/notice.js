// One line for what just happened; screen readers hear it.
const line = document.getElementById('notice');

export function say(text) {
  line.className = 'good';
  line.textContent = text;
}

export function complain(text) {
  line.className = 'bad';
  line.textContent = text;
}

export function hush() {
  line.className = '';
  line.textContent = '';
}

/** Runs an operator's action; a refusal is shown in the API's own words. Answers whether it went well. */
export async function attempt(words, work) {
  try {
    const result = await work();
    say(typeof words === 'function' ? words(result) : words);
    return true;
  } catch (refusal) {
    complain(refusal.message);
    return false;
  }
}
