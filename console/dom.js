// Builds elements. Text becomes text nodes and attributes stay attributes: nothing here reads HTML.

/** An element; attributes that begin with "on" are listeners, those that are null, undefined or false are left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter(present));
  return node;
}

/** Puts other children into an element, but only where they differ: focus and selection survive a refresh. */
export function refill(node, ...children) {
  const whole = el('div', {}, ...children);
  keepOpen(node, whole);
  const fresh = [...whole.childNodes];
  const same = fresh.length === node.childNodes.length
    && fresh.every((child, index) => child.isEqualNode(node.childNodes[index]));
  if (!same) node.replaceChildren(...fresh);
}

/** What the operator unfolded stays unfolded. */
function keepOpen(old, fresh) {
  const unfolded = [...old.querySelectorAll('details')];
  fresh.querySelectorAll('details').forEach((details, index) => { details.open = unfolded[index]?.open ?? details.open; });
}

/** A button that cannot be pressed again while its work is under way. */
export function button(text, work, attributes = {}) {
  const node = el('button', { type: 'button', ...attributes, onclick: press }, text);
  async function press() {
    node.disabled = true;
    try {
      await work();
    } finally {
      node.disabled = false;
    }
  }
  return node;
}

const present = child => child !== null && child !== undefined && child !== false;
