const directionMarks = /[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const combiningMarks = /[\u0300-\u036F\u064B-\u065F\u0670]/g

export const withoutMarks = (text: string) => text.replace(directionMarks, '')

/**
 * A text reduced to what matters when two people write the same word: no case, accents, ё, direction marks,
 * tatweel, variants of alef, yeh and teh marbuta, and single plain spaces.
 */
export const normaliseText = (text: string) => (isPlain.test(text) ? text : reduced(text))

/** Most cells are numbers. */
const isPlain = /^[a-z\d]*$/

const reduced = (text: string) =>
  withoutMarks(text)
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ـ/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Whether a text is one of the spellings of `pattern`, which are separated by ` | `. A line break can stand for a space,
 * for a stroke between two languages, or in the middle of a word.
 */
export const matchesSpelling = (text: string, pattern: string) => {
  const spellings = offeredBy(pattern)
  return spellingsOf(text).some((written) => spellings.has(written))
}

/** Patterns come from descriptions, so there are few, and each is compared with many cells. */
const offered = new Map<string, ReadonlySet<string>>()
const MOST_PATTERNS = 10_000

function offeredBy(pattern: string): ReadonlySet<string> {
  const known = offered.get(pattern)
  if (known) return known
  const spellings = new Set(pattern.split(' | ').map(normaliseText))
  if (offered.size >= MOST_PATTERNS) offered.clear()
  offered.set(pattern, spellings)
  return spellings
}

/** The ways in which a text can be compared. */
export const spellingsOf = (text: string) =>
  text.includes('\n')
    ? [
        text,
        text.replace(/\s*\n\s*/g, ' / '),
        text.replace(/-\s*\n\s*/g, ''),
        text.replace(/-\s*\n\s*/g, '-'),
      ].map(normaliseText)
    : [normaliseText(text)]
