import { normaliseText } from './normalise-text.ts'

const sinceJanuary = [
  'с начала года',
  'нарастающим итогом',
  'с 1 января',
  'жыл басынан',
  'өспелі қорытынды',
  'depuis le début de l’année',
  'depuis le 1er janvier',
  'depuis janvier',
  'en cumul',
  'cumul annuel',
  'since january',
  'since 1 january',
  'since the start of the year',
  'year to date',
  'ytd',
  'منذ بداية السنة',
  'منذ جانفي',
  'تراكمي',
].map(normaliseText)

/** Whether a header or label says that it counts from the start of the year. */
export const saysSinceJanuary = (text: string) => {
  const plain = normaliseText(text)
  return sinceJanuary.some((words) => plain.includes(words))
}
