import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReleasedValue } from '../../indicators/model/released.ts'
import { valueStates } from '../../indicators/model/value-state.ts'
import { figureOf } from '../../web/pages/figure.ts'
import { contextAt } from './example-context.ts'

const context = contextAt('/en/')
const value = (changes: Partial<ReleasedValue> = {}): ReleasedValue => ({
  ...{ place: 'KAZ', quarter: '2022-Q3', cell: '', state: 'observed', value: 1290 },
  ...{ numerator: null, denominator: null, partial: false, carried: false },
  coverage: { reported: 2, expected: 3 },
  ...changes,
})
const count = { code: 'OP1.2.1', unit: 'number' } as const
const share = { code: 'GO.3', unit: 'percentage' } as const

it('shows a true zero as 0', () => {
  expect(figureOf(context, value({ value: 0 }), count).text).toBe('0')
})

it.each([
  ['suppressed', '[c]', 'hidden to protect privacy'],
  ['missing', '[x]', 'not reported'],
  ['not_due', '–', 'not due yet'],
  ['not_applicable', '[z]', 'does not apply'],
  ['withheld', '[w]', 'withheld by the country'],
] as const)('marks %s as %s and says what it means', (state, mark, words) => {
  const figure = figureOf(context, value({ state, value: null }), count)
  expect(figure).toMatchObject({ text: mark, note: words, href: `/en/methods#state-${state}` })
})

it('leads from a number to its explanation, place and cell included', () => {
  expect(figureOf(context, value({ cell: 'sex=female' }), count).href).toBe(
    '/en/indicator/OP1.2.1/explain?p=2022-Q3&place=KAZ&cell=sex%3Dfemale',
  )
})

it('calls a partial count a lower bound and a partial share provisional', () => {
  expect(figureOf(context, value({ partial: true }), count)).toMatchObject({
    text: 'at least 1,290',
    provisional: true,
    note: 'A lower bound: 2 of 3 parts were reported.',
  })
  expect(figureOf(context, value({ value: 45.67, partial: true }), share)).toMatchObject({
    text: '45.7%',
    note: 'Covers 2 of 3 parts.',
  })
})

it('gives a share of few cases no decimals', () => {
  expect(figureOf(context, value({ value: 45.67, denominator: 199 }), share).text).toBe('46%')
  expect(figureOf(context, value({ value: 45.67, denominator: 200 }), share).text).toBe('45.7%')
})

it('counts countries where the programme has a yes or no', () => {
  const programme = value({ place: 'ALL', value: 1, numerator: 2, denominator: 3 })
  expect(figureOf(context, programme, { code: 'X.3', unit: 'yes-no' }).text).toBe('2 of 3 countries')
  expect(figureOf(context, value({ value: 0 }), { code: 'X.3', unit: 'yes-no' }).text).toBe('no')
})

it('takes what the release has no value for as not due', () => {
  expect(figureOf(context, undefined, count).state).toBe('not_due')
})

it('never writes a number that is not observed', () => {
  const silent = fc.constantFrom(...valueStates.filter((state) => state !== 'observed'))
  fc.assert(
    fc.property(silent, fc.integer({ min: 1000, max: 9999 }), (state, hidden) => {
      const secret = value({ state, value: hidden, numerator: hidden, denominator: hidden })
      expect(JSON.stringify(figureOf(context, secret, share))).not.toContain(String(hidden))
    }),
  )
})

it('shows people of whom only bounds are known as such, and as far as they are known', () => {
  const bounded = (high: number | null) =>
    value({ value: null, bounds: { low: 75, high }, partial: high === null })
  expect(figureOf(context, bounded(125), count)).toMatchObject({
    text: '75 to 125',
    note: 'How many people were counted more than once is not known.',
  })
  expect(figureOf(context, bounded(null), count).text).toBe('at least 75')
})
