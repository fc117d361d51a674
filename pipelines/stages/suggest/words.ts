import { normaliseText } from '../values/normalise-text.ts'

/** Letters of two scripts that look the same, Latin first. */
const lookAlikes = [...'aа,eе,oо,pр,cс,xх,yу,iі,kк,mм,tт,hн,bв'.split(',')].map(([a = '', b = '']) => [a, b])
const toCyrillic = new Map(lookAlikes.map(([latin = '', cyrillic = '']) => [latin, cyrillic]))
const toLatin = new Map(lookAlikes.map(([latin = '', cyrillic = '']) => [cyrillic, latin]))

const isLatin = /\p{Script=Latin}/u
const isCyrillic = /\p{Script=Cyrillic}/u

/** A text to compare: normalised, every word in one script, no quotes, footnote marks or punctuation at its ends. */
export function plainOf(text: string): string {
  const plain = normaliseText(text.replace(/(?<=[\p{L}\p{N})]{2})°/gu, ''))
    .replace(/[«»“”„"]/g, '')
    .replace(/\s*\*+$/, '')
    .replace(/^[\s,.:;-]+|[\s,.:;-]+$/g, '')
  return isLatin.test(plain) && isCyrillic.test(plain) ? plain.replace(/\p{L}+/gu, inOneScript) : plain
}

/** `Bсего` typed with a Latin B is `всего`: the script most of a word's letters are in decides. */
function inOneScript(word: string): string {
  const letters = [...word]
  const latin = letters.filter((letter) => isLatin.test(letter)).length
  const cyrillic = letters.filter((letter) => isCyrillic.test(letter)).length
  if (latin === 0 || cyrillic === 0 || latin === cyrillic) return word
  const map = cyrillic > latin ? toCyrillic : toLatin
  return letters.map((letter) => map.get(letter) ?? letter).join('')
}

/** A single letter as it would look in another script. */
export const lookAlike = (letter: string, script: 'Latin' | 'Cyrillic') =>
  (script === 'Latin' ? toLatin : toCyrillic).get(letter) ?? letter

/** Latin or Cyrillic, whichever most letters are in; null where neither is ahead. */
export function scriptOf(texts: readonly string[]): 'Latin' | 'Cyrillic' | null {
  const letters = texts.flatMap((text) => [...text])
  const latin = letters.filter((letter) => isLatin.test(letter)).length
  const cyrillic = letters.filter((letter) => isCyrillic.test(letter)).length
  if (latin > cyrillic * 2) return 'Latin'
  return cyrillic > latin * 2 ? 'Cyrillic' : null
}

const fillers = new Set(
  `the of in on at and or for to a an by with de des du la le les d l en au aux et ou à un une par sur dans pour
   в на по и из к с о за от для мен және бойынша үшін в т ч`
    .split(/\s+/)
    .map(normaliseText),
)

/** The words of a text that carry meaning; Arabic ones without their article. */
export const wordsOf = (plain: string): string[] =>
  (plain.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [])
    .filter((word) => !fillers.has(word))
    .map((word) => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word))

/** The same word, or one with a single letter wrong. Short words and numbers have to be the same. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** Every word of one text has its own in the other, in any order. */
export function areSameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 0) return false
  const left = [...b]
  return a.every((word) => {
    const at = left.findIndex((other) => isSameWord(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
