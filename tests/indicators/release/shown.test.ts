import { expect, it } from 'vitest'
import { shownShares } from '../../../indicators/release/shown.ts'
import { computedFrom, persons } from '../protect/small-programme.ts'

it('counts what is shown of the figures there are, and of those about women', () => {
  const { values } = computedFrom(persons.map(({ element }) => (element === 'D' ? 60 : 20)))
  const published = values.map((value) => {
    if (value.place !== 'KAZ') return value
    return { ...value, state: value.cell === 'sex=female' ? ('suppressed' as const) : ('missing' as const) }
  })
  expect(shownShares(values)).toEqual([
    { level: 'programme', all: { shown: 18, of: 18 }, women: { shown: 6, of: 6 } },
    { level: 'country', all: { shown: 36, of: 36 }, women: { shown: 12, of: 12 } },
    { level: 'region', all: { shown: 72, of: 72 }, women: { shown: 24, of: 24 } },
  ])
  expect(shownShares(published)[1]).toEqual({
    level: 'country',
    all: { shown: 18, of: 24 },
    women: { shown: 6, of: 12 },
  })
})
