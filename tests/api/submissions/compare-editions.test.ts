import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareEditions } from '../../../api/services/releases/compare-editions.ts'
import type { IndicatorView, ReleasedValue } from '../../../indicators/model/released.ts'

const value = (quarter: string, told: number | 'suppressed' | 'missing'): ReleasedValue => ({
  ...{ place: 'KAZ', quarter, cell: '', numerator: null, denominator: null },
  ...{ partial: false, carried: false, coverage: null },
  ...(typeof told === 'number' ? { state: 'observed', value: told } : { state: told, value: null }),
})
// Safe: only these parts of a view are looked at.
const view = (values: ReleasedValue[]) =>
  [
    { indicator: { id: 'one', code: 'OP1.1.1', unit: 'number', title: { en: 'One' } }, values },
  ] as unknown as [IndicatorView]

const told = fc.option(fc.oneof(fc.nat(9), fc.constantFrom('suppressed' as const, 'missing' as const)), {
  nil: null,
})
const pairs = fc.array(fc.tuple(told, told), { maxLength: 30 })
const quarterOf = (nth: number) => `${2000 + nth}-Q1`
const viewOf = (sides: readonly (number | 'suppressed' | 'missing' | null)[]) =>
  view(sides.flatMap((one, nth) => (one === null ? [] : [value(quarterOf(nth), one)])))

it('counts every figure that is otherwise once, and none that is the same', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const [before, after] = [viewOf(all.map(([was]) => was)), viewOf(all.map(([, will]) => will))]
      const { counts, figures } = compareEditions(before, after, after, 'en')
      const different = all.filter(([was, will]) => was !== will)
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(different.length)
      expect(figures).toHaveLength(different.length)
      expect(counts.nowHidden).toBe(
        all.filter(([was, will]) => was !== null && was !== 'suppressed' && will === 'suppressed').length,
      )
      expect(counts.gone).toBe(all.filter(([was, will]) => was !== null && will === null).length)
    }),
  )
})

it('tells first what readers lose, then the greatest change', () => {
  const before = viewOf([10, 10, 10, 'suppressed'])
  const after = viewOf([11, 90, 'suppressed', 5])
  const { figures } = compareEditions(before, after, after, 'en')
  expect(figures.map(({ quarter }) => quarter)).toEqual([2, 3, 1, 0].map(quarterOf))
})
