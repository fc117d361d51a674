import type {
  CountedReading,
  Excluded,
  Exclusion,
  Explanation,
  Step,
} from '../../indicators/model/explanation.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import type { LineageRow, ReleasedValue } from '../../indicators/model/released.ts'

/** As many addends as are written out. */
const MOST = 10

export const written = (value: number) => String(Number(value.toFixed(4)))

const rules = {
  sum: 'added up',
  last: 'the latest',
  mean_of_period_ends: 'the mean of the period ends',
  max: 'the highest',
  min: 'the lowest',
}

export const ruleWords = (rule: keyof typeof rules) => rules[rule]

export const reasons: Record<Exclusion, string> = {
  missing: 'due and not received',
  withheld: 'the country declines to give it',
  not_applicable: 'the question does not arise',
  not_due: 'the deadline has not passed',
  straddles: 'the period crosses the edge of the days counted',
  cut: 'a stretch that cannot be taken apart crosses the edge of the days counted',
  stale: 'older than a latest value may be',
  superseded: 'a later word of the same place counts',
  closed: 'the place was no longer open',
  covered: 'another value stands for the period',
}

const silences: Record<Exclude<ReleasedValue['state'], 'observed'>, string> = {
  missing: 'no number: what it needs was due and not received',
  withheld: 'no number: a country declines to give what it needs',
  not_due: 'no number yet: a report is still awaited, or no whole period lies in its days',
  not_applicable: 'no number: nothing is expected or combined, or it would be a rate over nobody',
  suppressed:
    'protected: it speaks of few people, or a number that does could be worked out from it; this says nothing of its size',
}

/** The value as released, with its unit and all that has to be said of it. */
export function valueWords(
  { place, state, value, bounds, partial, carried, coverage }: ReleasedValue,
  unit: string,
) {
  if (state !== 'observed') return silences[state]
  const number = bounds
    ? `between ${written(bounds.low)} and ${bounds.high === null ? 'an unknown number' : written(bounds.high)}`
    : written(value ?? 0)
  const notes = [
    coverage &&
      `${coverage.reported} of ${coverage.expected} ${place === PROGRAMME ? 'countries' : 'parts'} reported`,
    partial && 'partial',
    carried && 'carried from an earlier period',
  ].filter((note) => typeof note === 'string')
  return `${number} (${[unit, ...notes].join('; ')})`
}

const cellOf = (element: string, cell: string) => (cell === '' ? element : `${element} ${cell}`)

/** One step with its numbers: `TR_FIRST, added up: 12 + 30 + 7 = 49, 3 of 3 parts reported`. */
export function stepWords(step: Step): string {
  switch (step.kind) {
    case 'units':
      return `${cellOf(step.element, step.cell)}, ${rules[step.rule]}: ${equation(unitNumbers(step), ' + ', step.result)}, ${step.reported} of ${step.expected} parts reported`
    case 'elements':
      return `${step.side}, ${step.addends.map(({ element, cell }) => cellOf(element, cell)).join(' + ')}: ${equation(valuesOf(step.addends), ' + ', step.result)}`
    case 'countries':
      return `${step.side}, ${step.addends.map(({ place }) => place).join(' + ')}: ${equation(valuesOf(step.addends), ' + ', step.result)}`
    case 'rest':
      return `${step.side}, the total less ${step.named.map(({ cell }) => cell).join(' and ')}: ${equation([step.total, ...valuesOf(step.named)], ' − ', step.result)}`
    case 'reported':
      return `facilities that reported: ${step.result}`
    case 'stages':
      return `steps in all: ${step.result}`
    case 'answers':
      return `countries with yes: ${step.yes} of ${step.of}`
    case 'divide':
      return `${step.scale === 1 ? '' : `${step.scale} × `}${written(step.numerator)} ÷ ${written(step.denominator)} = ${written(step.result)}`
    case 'people':
      return `different people, who may be in several of ${step.counts.map(({ value }) => written(value)).join(', ')}: ${endsOf(step)}`
    case 'bounds':
      return `different people in ${step.addends.map(({ place }) => place).join(', ')}: ${endsOf(step)}`
  }
}

const endsOf = ({ low, high }: { low: number; high: number | null }) =>
  `at least ${written(low)}, ${high === null ? 'no upper end known' : `at most ${written(high)}`}`

const valuesOf = (addends: readonly { value: number }[]) => addends.map(({ value }) => value)

function unitNumbers({ addends }: Extract<Step, { kind: 'units' }>): number[] {
  const [only, other] = addends
  return only && !other && only.weight === 1 ? only.readings : valuesOf(addends)
}

function equation(numbers: readonly number[], sign: string, result: number): string {
  const texts = numbers.map((number) => (number < 0 ? `(${written(number)})` : written(number)))
  if (texts.length <= 1) return written(result)
  const shown = texts.length > MOST ? [...texts.slice(0, MOST - 1), '…', texts.at(-1)] : texts
  return `${shown.join(sign)} = ${written(result)}`
}

/** `KAZ-R1-01 Place, 2021-04-01 – 2021-06-30, TR_FIRST: due and not received`. */
export function excludedWords({
  why,
  element,
  cell,
  place,
  placeName,
  periodStart,
  periodEnd,
  at,
}: Excluded) {
  const read = at ? `  ${addressOf(at)}` : ''
  return `${place} ${placeName}, ${periodStart} – ${periodEnd}, ${cellOf(element, cell)}: ${reasons[why]}${read}`
}

export const addressOf = ({ file, sheet, ref }: { file: string; sheet: string; ref: string }) =>
  `${file}${sheet === '' ? '' : ` › ${sheet}`} › ${ref}`

/** A reading with its cell; a running total with what is left of it. */
export function readingWords(row: LineageRow | CountedReading): string {
  const { place, placeName, element, cell, periodStart, periodEnd, value, state, derived, fact } = row
  const number = value === null ? state : written(value)
  const less = (fact?.less ?? []).map((at) => ` − ${written(at.value ?? 0)} (${addressOf(at)})`).join('')
  const counts = less === '' || fact?.value == null ? '' : `${less} = ${written(fact.value)}`
  const marks = derived ? ', derived' : ''
  return `${place} ${placeName}, ${periodStart} – ${periodEnd}, ${cellOf(element, cell)}: ${number}${marks} (${addressOf(row)})${counts}`
}

export const titleOf = ({ indicator, place, quarter, cell }: Explanation) =>
  `${indicator.code} ${indicator.title.en}\n${place.code === PROGRAMME ? 'Programme' : `${place.code} ${place.name}`}, ${quarter}${cell === '' ? '' : `, ${cell}`}`
