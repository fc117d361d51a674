/**
 * Words of dates, reduced as by `normaliseText` (й is и, no accents, plain Arabic letters). `*` stands for an ending of
 * up to four letters. English, French, Russian, Kazakh, Arabic of Tunisia, Arabic elsewhere.
 */
const monthWords = [
  'january jan janvier janv январ* янв қаңтар* каңтар* кантар* جانفي يناير',
  'february feb fevrier fevr fev феврал* фев ақпан* акпан* فيفري فبراير',
  'march mar mars март* мар наурыз* مارس اذار',
  'april apr avril avr апрел* апр сәуір* сауір* саурi* افريل ابريل نيسان',
  'may mai маи мая мамыр* ماي مايو',
  'june jun juin июн* маусым* جوان يونيو يونيه حزيران',
  'july jul juillet juil июл* шілде* шiлде* جويليه يوليو يوليه تموز',
  'august aug aout август* авг тамыз* اوت اغسطس',
  'september sept sep septembre сентябр* сент сен қыркүиек* кыркуиек* سبتمبر ايلول',
  'october oct octobre октябр* окт қазан* казан* اكتوبر',
  'november nov novembre ноябр* нояб ноя қараша* караша* نوفمبر',
  'december dec decembre декабр* дек желтоқсан* желтоксан* ديسمبر',
].map((words) => words.split(' '))

const ending = '\\p{L}{0,4}'
export const monthPattern = monthWords
  .flat()
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('*', ending))
  .join('|')

const months = monthWords.map(
  (words) => new RegExp(`^(?:${words.map((word) => word.replace('*', ending)).join('|')})$`, 'u'),
)

/** 1 to 12 for the name of a month, 0 for anything else. */
export const monthOf = (word = '') => months.findIndex((names) => names.test(word)) + 1

const ordinals = [
  'i first premier premiere 1er перв* бірінші біріншi біринши бірінш* الاول الاولي اول واحد one',
  'ii п second deuxieme второ* втора* екінші екiншi екінш* الثاني الثانيه ثاني ثان two',
  'iii ш third troisieme трет* үшінші үшiншi үшінш* الثالث الثالثه ثالث three',
  'iv fourth quatrieme четверт* төртінші төртiншi төртінш* الرابع الرابعه رابع four',
].map(
  (words) =>
    new RegExp(
      `^(?:${words
        .split(' ')
        .map((word) => word.replace('*', ending))
        .join('|')})$`,
      'u',
    ),
)

/** Roman numerals are typed with Latin and Cyrillic letters alike, with small L, and as what looks like them. */
const asRoman = (word: string) =>
  word
    .replace(/[іӏl|]/g, 'i')
    .replace(/у/g, 'v')
    .replace(/^1(?=v$)/, 'i')

/** `iii`, `3`, `3e`, `3-и`, `third` → 3; 0 for anything else. */
export function numberOf(word = ''): number {
  const digits = /^(\d)(?!\d)\D*$/.exec(word)
  const roman = asRoman(word)
  if (digits && roman !== 'iv') return Number(digits[1])
  const found = ordinals.findIndex((names) => names.test(word) || names.test(roman))
  return found + 1
}

const counts: Record<number, string> = {
  3: 'three trois три трех үш ثلاثه ثلاث',
  6: 'six шесть шести алты سته ست',
  9: 'nine neuf девять девяти тоғыз تسعه تسع',
  12: 'twelve douze двенадцать двенадцати онекі',
}

/** How many months: a quarter, two, three or a whole year; 0 for anything else. */
export function monthsOf(word = ''): number {
  const [months] = Object.entries(counts).find(
    ([count, words]) => count === word || words.split(' ').includes(word),
  ) ?? ['0']
  return Number(months)
}
