// Amounts as people write them. They travel as whole minor units and are never made a binary fraction on the way.

/** 9510, GBP -> £95.10 in the reader's own spelling. What is no amount stays as it is. */
export function money(minor, currency) {
  try {
    const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, minimumFractionDigits: digits(currency), maximumFractionDigits: 7 });
    return format.format(decimal(String(minor), digits(currency)));
  } catch {
    return `${minor} ${currency ?? ''}`.trim();
  }
}

/** The API names amounts exactly, "9510 GBP (minor units)"; people read £95.10. */
export const amountsIn = text => String(text ?? '').replace(/(-?\d+) ([A-Z]{3}) \(?minor units\)?/g, (_, minor, currency) => money(minor, currency));

/** The fields of a record that hold an amount in minor units of its currency. */
export const isAmountName = name =>
  ['total', 'shipping', 'shippingTax', 'discount', 'unitAmount', 'subtotal', 'tax'].includes(name);

/** 9510, GBP -> 95.10, to be edited. */
export const mainUnits = (minor, currency) => decimal(String(minor), digits(currency));

/** 95.10, GBP -> 9510. What is no amount stays as it is written: the API says what is wrong with it. */
export function minorUnits(written, currency) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(written.trim()) ?? [];
  const places = digits(currency);
  if (whole === undefined) return written;
  const rest = part.slice(places) ? `.${part.slice(places)}` : '';
  return Number(`${sign}${whole}${part.slice(0, places).padEnd(places, '0')}${rest}`);
}

const digits = currency => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

function decimal(minor, places) {
  const [, sign, units, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(minor) ?? [];
  if (units === undefined) throw new RangeError(minor);
  const all = units.padStart(places + 1, '0');
  const behind = (places ? all.slice(-places) : '') + part;
  return `${sign}${all.slice(0, all.length - places)}${behind ? `.${behind}` : ''}`;
}
