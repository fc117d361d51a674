import type { Known } from './known.ts'
import {
  isBirthDate,
  isCaseNumber,
  isCheckedKazakh,
  isKazakh,
  isLongNumber,
  isNamedCase,
  isTunisian,
  isTunisianForSure,
  isUgandan,
} from './number-signs.ts'
import type { PersonKind } from './words/header-words.ts'

/** What a cell can give away of a person, and how many different ones of a column or row it takes to be no chance. */
export type CellSign = {
  kind: PersonKind
  enough: number
  shows(plain: string, known: Known): boolean
  /** Half of these must show it. */
  among?(plain: string): boolean
  /** True of at least one. */
  surely?(plain: string): boolean
  /** Headers under which it means nothing. */
  under?(header: string, known: Known): boolean
  /** A form ends with who signs it. */
  unlessSigned?: true
}

/** Two persons are a list. */
const LIST = 2
const MANY = 3

const isOtherDate = (header: string, known: Known) => known.isOtherDate(header) && !known.kindInHeader(header)

/** Of texts with a digit. */
export const numberSigns: readonly CellSign[] = [
  { kind: 'identity', enough: 1, shows: isCheckedKazakh, among: isLongNumber },
  { kind: 'identity', enough: LIST, shows: isKazakh, among: isLongNumber },
  { kind: 'identity', enough: 1, shows: isUgandan },
  { kind: 'identity', enough: LIST, shows: isTunisian, surely: isTunisianForSure },
  { kind: 'birth', enough: LIST, shows: isBirthDate, under: isOtherDate },
  { kind: 'case', enough: LIST, shows: isNamedCase },
  { kind: 'case', enough: MANY, shows: isCaseNumber, under: isOtherDate },
]

/** Of texts without one. */
export const nameSigns: readonly CellSign[] = [
  { kind: 'name', enough: LIST, shows: (plain, known) => known.isNameByForm(plain), unlessSigned: true },
  {
    kind: 'name',
    enough: LIST,
    shows: (plain, known) => known.isNameByWords(plain),
    under: (header, known) => known.isPlaceHeader(header),
    unlessSigned: true,
  },
]
