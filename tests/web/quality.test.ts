import { describe, expect, it } from 'vitest'
import { languages } from '../../indicators/model/text.ts'
import { qualityPage } from '../../web/pages/quality-page.ts'
import { contextAt } from './example-context.ts'

const at = (language = 'en') => contextAt(`/${language}/quality`)
/** The example release with its reporting record otherwise. */
const reporting = (change: (one: ReturnType<typeof at>['programme']['completeness'][number]) => object) => {
  const context = at()
  const completeness = context.programme.completeness.map((one) => ({ ...one, ...change(one) }))
  return qualityPage({ ...context, programme: { ...context.programme, completeness } })
}

it('says what share of the last quarter came, of all countries together', () => {
  expect(reporting(() => ({ reported: 3, expected: 4 })).heading).toMatch(/^75% of what was expected for /)
  expect(reporting(() => ({ reported: 0, expected: 0 })).heading).toMatch(/^– /)
})

it('tells in time, late and absent apart', () => {
  const latenessOf = (daysLate: number | null) =>
    reporting(() => ({ daysLate })).reporting.map(({ lateness }) => lateness)[0]
  expect([latenessOf(-3), latenessOf(0), latenessOf(1), latenessOf(12), latenessOf(null)]).toEqual([
    'in time',
    'in time',
    '1 day late',
    '12 days late',
    'not here',
  ])
})

it('lists a latest figure that is partial, carried, missing or not given, and no other', () => {
  const context = at()
  const { weak } = qualityPage(context)
  const expected = context.programme.indicators
    .filter(({ level }) => level !== 'context')
    .flatMap(({ latest }) => latest)
    .filter(
      ({ state, partial, carried }) =>
        ['missing', 'withheld'].includes(state) || (state === 'observed' && (partial || carried)),
    )
  expect(weak).toHaveLength(expected.length)
  expect(weak.every(({ figure }) => figure.note !== null)).toBe(true)
})

describe.each(languages)('in %s', (language) => {
  it('leaves nothing to fill in', () => {
    expect(JSON.stringify(qualityPage(at(language)))).not.toMatch(/undefined|NaN|\{\w+\}/)
  })
})
