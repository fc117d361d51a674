import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countedIn, keysBehind, type UsedValue } from '../../../../indicators/protect/lattice/counted.ts'
import { latticeOf, partsOf } from '../../../../indicators/protect/lattice/lattice.ts'
import { relationsOf } from '../../../../indicators/protect/lattice/relations.ts'
import { policy } from '../../../../indicators/protect/policy.ts'
import { componentsOf } from '../../../../indicators/protect/quantity.ts'
import type { LinkedTables, Terms } from '../../../../indicators/protect/suppress/linked-tables.ts'
import { suppress } from '../../../../indicators/protect/suppress/suppress.ts'
import { recoverable } from '../attacker.ts'
import { computedFrom, countOf, logframe, persons, subjects } from '../small-programme.ts'

const components = new Map(logframe.indicators.map((one) => [one.id, componentsOf(one, logframe)]))

function publicationOf(counts: readonly number[]) {
  const values = computedFrom(counts).values.flatMap((value) => {
    const used = components.get(value.indicator)
    return used ? [{ ...value, components: used }] : []
  })
  const { counted, nested } = countedIn(values)
  const lattices = partsOf(latticeOf(counted, relationsOf(counted, nested, policy), new Set(), policy))
  return { values, lattices }
}

/** Some of everybody, most of it small. */
const counts = fc
  .array(fc.record({ all: fc.oneof(fc.nat(4), fc.nat(30)), share: fc.nat(100) }), {
    minLength: persons.length / 2,
    maxLength: persons.length / 2,
  })
  .map((people) => [
    ...people.map(({ all, share }) => Math.round((all * share) / 100)),
    ...people.map(({ all }) => all),
  ])

const sumOf = (terms: Terms, cells: LinkedTables['cells']) =>
  terms.reduce((sum, [cell, times]) => sum + times * (cells[cell]?.count ?? 0), 0)

const isSmall = (value: number) => value !== 0 && Math.abs(value) < policy.threshold.S1

it('has a row for whatever hangs together, true of the true numbers', () => {
  fc.assert(
    fc.property(counts, (people) => {
      for (const { known, cells } of publicationOf(people).lattices) {
        for (const terms of known) expect(sumOf(terms, cells)).toBe(0)
        for (const { count, least, most } of cells)
          expect([count >= least, count <= most]).toEqual([true, true])
      }
    }),
    { numRuns: 50 },
  )
})

it('knows every small number that adding and subtracting could give as a secret', () => {
  fc.assert(
    fc.property(counts, (people) => {
      const secrets = publicationOf(people).lattices.flatMap((tables) =>
        tables.cells.flatMap(({ count, secret }) => (secret ? [count] : [])),
      )
      const small = subjects.filter(
        (subject) => subject.from === subject.to && isSmall(countOf(subject, people)),
      )
      const least = new Set(small.map((subject) => countOf(subject, people)))
      expect([...least].filter((value) => !secrets.includes(value))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

it('leaves nothing small to be worked out once its tables are protected', async () => {
  await fc.assert(
    fc.asyncProperty(counts, async (people) => {
      const { values, lattices } = publicationOf(people)
      const done = await Promise.all(lattices.map((tables) => suppress(tables)))
      expect(done.flatMap(({ exposed }) => exposed)).toEqual([])
      const hidden = new Set(
        done.flatMap((one, nth) => [...one.hidden].map((cell) => lattices[nth]?.cells[cell]?.id)),
      )
      const shown = values.filter((value) => !sides(value).some((key) => key && hidden.has(key)))
      expect(recoverable(shown).filter((subject) => isSmall(countOf(subject, people)))).toEqual([])
      expect(shown.length).toBeGreaterThan(0)
    }),
    { numRuns: 6 },
  )
})

const sides = (value: UsedValue) => Object.values(keysBehind(value))
