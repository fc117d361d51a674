import type { Finding } from '../../indicators/model/finding.ts'
import { type Language, localise, type Text } from '../../indicators/model/text.ts'
import { loadRules } from './load-rules.ts'

/** What a code or a cell is called; codes and canonical cells stand for themselves where nothing is given. */
export type Names = {
  readonly element?: (code: string) => Text | undefined
  readonly cell?: (cell: string) => string
}

const moves: Record<string, Text> = {
  eve: {
    en: 'before the period',
    fr: 'avant la période',
    ru: 'до начала периода',
    kk: 'кезең алдында°',
    ar: 'قبل الفترة°',
  },
  earlier: {
    en: 'earlier',
    fr: 'auparavant',
    ru: 'ранее',
    kk: 'бұрын°',
    ar: 'سابقا°',
  },
  start: {
    en: 'since the start',
    fr: 'depuis le début',
    ru: 'с начала программы',
    kk: 'бағдарлама басынан бері°',
    ar: 'منذ البداية°',
  },
  baseline: {
    en: 'at the start',
    fr: 'au début',
    ru: 'на начало программы',
    kk: 'бағдарлама басында°',
    ar: 'عند البداية°',
  },
}

let known: ReturnType<typeof loadRules> | null = null

/**
 * A rule's finding in words: what was expected, what was found where, what to do.
 *
 * Shape   `confirmed` is false where a native speaker has yet to confirm some of the wording
 * Errors  a finding of no rule
 */
export function explainRule(finding: Finding, language: Language, names: Names = {}) {
  known ??= loadRules()
  const rule = known.rules.find(({ id }) => id === finding.rule)
  if (!rule) throw new Error(`No rule ${finding.rule} for the finding ${finding.code}.`)
  const check = rule.kind === 'compare' ? rule.checks[Number(finding.params.check ?? 0)] : undefined
  const message = check?.message ?? rule.message
  const title = localise(rule.title, language)
  const sentence = localise(
    typeof message === 'string' ? (known.messages[message] ?? rule.title) : message,
    language,
  )
  const said = fill(sentence.text, finding, language, names)
  return {
    title: title.text,
    message: [where(finding, names), said].filter((part) => part !== '').join(': '),
    language: sentence.language,
    confirmed: title.confirmed && sentence.confirmed,
  }
}

function where({ params }: Finding, { cell = (text) => text }: Names) {
  const parts = [params.placeName, params.period, params.cell ? cell(String(params.cell)) : '']
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

function fill(sentence: string, { params, value }: Finding, language: Language, names: Names) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'value') return value
    if (name === 'place') return String(params.placeName ?? params.place ?? whole)
    const given = params[name]
    if (given === undefined) return whole
    if (name === 'left' || name === 'right') return inWords(String(given), language, names)
    return typeof given === 'number'
      ? given.toLocaleString(`${language}-u-nu-latn`, { maximumFractionDigits: 2 })
      : given
  })
}

/** `DIS_PART@eve + DIS_ENROL` → the elements' titles, with when they are meant. */
const inWords = (codes: string, language: Language, names: Names) =>
  codes.replace(/([A-Z][A-Z0-9_]+)(?:@(\w+))?/g, (_, code: string, moved: string | undefined) => {
    const title = names.element?.(code)
    const word = title ? localise(title, language).text : code
    const move = moved ? moves[moved] : undefined
    return move ? `${word} (${localise(move, language).text})` : word
  })
