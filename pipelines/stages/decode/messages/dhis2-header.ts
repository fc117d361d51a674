/** Headers as systems and their documentation spell them; the columns count by their position. */
const spellings: readonly (readonly string[])[] = [
  ['dataelement', 'dataelelement'],
  ['period'],
  ['orgunit', 'organisationunit'],
  ['categoryoptioncombo', 'catoptcombo'],
  ['attributeoptioncombo', 'attroptcombo'],
  ['value', 'datavalue'],
]
const plain = (header: string) => header.toLowerCase().replace(/[^a-z]/g, '')

/** Whether a row is the header of a data value set as CSV. */
export const isDhis2Header = (headers: readonly string[]) =>
  spellings.every((known, index) => known.includes(plain(headers[index] ?? '')))

/** Column of the user's name in the CSV form. */
export const STORED_BY_COLUMN = spellings.length + 1
