/** Letters by how often they are written; the languages a file may be in. */
const byFrequency = {
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№',
  kazakh: 'аентырліқдсмыобғжуөңкшпйзгәүұихвцһщфэюяёчьъ№',
  arabic: 'الينموتربةعدفسهكقحجشصطخأضزىذثئءإغظؤآـًٌٍَُِّْ،؛؟',
  french: 'éèàêôçîâûùëïœüÿöäñáíóúæ',
}
export type Writing = keyof typeof byFrequency

const UNKNOWN = -9

/** Natural logarithm of a letter's share, as Zipf's law has it from its rank. */
const weights = Object.fromEntries(
  Object.entries(byFrequency).map(([writing, letters]) => {
    const ranked = [...letters]
    const sum = ranked.reduce((total, _, index) => total + 1 / (index + 3), 0)
    return [writing, new Map(ranked.map((letter, index) => [letter, Math.log(1 / (index + 3) / sum)]))]
  }),
) as Record<Writing, Map<string, number>>

/**
 * How likely the letters beyond ASCII of one word are in a language, as a sum of logarithms. A small letter before a capital,
 * and letters of another script beside, are held against it.
 */
export function likelihood(word: string, writing: Writing): number {
  const foreign = [...word].filter((letter) => letter > '\x7f')
  const letters = foreign.reduce(
    (sum, letter) => sum + (weights[writing].get(letter.toLowerCase()) ?? UNKNOWN),
    0,
  )
  if (writing === 'french') return letters - crowding(word)
  const mixed = foreign.length < word.length ? foreign.length * 4 : 0
  return letters - mixed - many(word, /\p{Ll}\p{Lu}/gu) * 4 - many(word, unKazakh) * 4
}

const many = (word: string, pattern: RegExp) => word.match(pattern)?.length ?? 0

/** In Kazakh ғ stands before a vowel and ә before a consonant; the two encodings with Kazakh letters exchange them. */
const unKazakh = /ғ(?![аеёиоуыэюяәөүұі])|ә(?=[аеиоуыәөүұі])/giu

/** French letters with accents hardly stand side by side, and seldom are capitals. */
const crowding = (word: string) =>
  many(word, /[^\0-\x7f](?=[^\0-\x7f])/g) * 5 +
  many(word, /(?![A-Z])\p{Lu}/gu) +
  many(word, /\p{Ll}\p{Lu}/gu) * 4
