// Amounts as people write them. They travel as whole minor units and are never made a binary fraction on the way.

/** 9510, GBP -> £95.10 in the reader's own spelling. What is no amount stays as it is. */
export function money(minor, currency) {
  try {
    const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, minimumFractionDigits: digits(currency) });
    return format.format(decimal(String(minor), digits(currency)));
  } catch {
    return `${minor} ${currency ?? ''}`.trim();
  }
}

const digits = currency => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

function decimal(minor, places) {
  if (!/^-?\d+$/.test(minor)) throw new RangeError(minor);
  const sign = minor.startsWith('-') ? '-' : '';
  const all = minor.replace('-', '').padStart(places + 1, '0');
  return `${sign}${all.slice(0, all.length - places)}${places ? `.${all.slice(-places)}` : ''}`;
}
