import { normaliseText } from './normalise-text.ts'

/** How a row that sums others up is called, in five languages. */
const totals =
  'total | totals | sub-total | sub total | subtotal | grand total | overall total | sum | итого | всего | итог | общий итог | в том числе всего | барлығы | барлыгы | жиыны | жалпы жиыны | қорытынды | total général | totaux | sous-total | sous total | somme | ensemble | المجموع | مجموع | المجموع العام | المجموع الفرعي | الجملة | جملة | الجملة العامة | الإجمالي'
/** Words by which such a row means the whole country. */
const wholes =
  'grand | général | overall | country | national | nationwide | республика* | республике | стране | общий | ел бойынша | республика бойынша | pays | national | nation | العام | العامة | الوطني | الوطنية | البلاد'

const split = (words: string) => words.split(' | ').map(normaliseText)
const totalWords = split(totals).sort((a, b) => b.length - a.length)
const wholeWords = split(wholes).map((word) => word.replace('*', ''))

/**
 * What a label says besides that its row is a total, reduced as by `normaliseText`; null where it does not say so.
 * In Kazakh the word comes last.
 */
export function totalOf(label: string): string | null {
  const rests = label.split(/\s\/\s|\n/).flatMap((part) => restOf(normaliseText(part)) ?? [])
  return rests[0] ?? null
}

function restOf(plain: string): string[] | null {
  for (const word of totalWords) {
    if (plain === word) return ['']
    if (
      plain.startsWith(word) &&
      /^\s?[:,(-]|^ (?:по|for|of|de|du|des|pour|في|ل)/.test(plain.slice(word.length))
    )
      return [plain.slice(word.length).replace(/^[\s:,(-]+/, '')]
    if (plain.endsWith(` ${word}`)) return [plain.slice(0, -word.length).trim()]
  }
  return null
}

export const saysWholeCountry = (label: string) => {
  const plain = normaliseText(label)
  return wholeWords.some((word) => plain.includes(word))
}
