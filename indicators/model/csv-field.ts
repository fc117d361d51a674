/**
 * One field of a CSV file. A text a spreadsheet would take for a formula gets an apostrophe before it; a number stays a
 * number.
 */
export function csvField(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Programs also take a full-width sign, and one behind blanks; a negative number is none. */
const isFormula = (text: string) =>
  /^[\s\p{Cf}]*[=+\-@＝＋－＠|]/u.test(text) && !/^[-+\u2212]?\d[\d\s.,]*%?$/.test(text.trim())
