import { expect, it } from 'vitest'
import { mutantOf } from './mutation/mutate.ts'
import { seeds } from './mutation/seeds.ts'
import { noMutants, tryMutants } from './mutation/try-mutants.ts'

const MUTANTS = 4000
const files = await seeds()

it('makes the same mutant of the same number', () => {
  for (const number of [1, 77, 4_000_001]) expect(mutantOf(files, number)).toEqual(mutantOf(files, number))
})

it('decides every mutant, within the limits and without a fault of its own', async () => {
  const { decided, faults } = await tryMutants(files, noMutants, MUTANTS)
  expect(faults).toEqual([])
  expect(decided).not.toHaveProperty('reading-stopped')
  expect(Object.values(decided).reduce((sum, count) => sum + count, 0)).toBe(MUTANTS)
})

it('meets every way a file is refused, and some that are still read', async () => {
  const { decided } = await tryMutants(files, noMutants, 400)
  expect(Object.keys(decided)).toEqual(
    expect.arrayContaining(['zip-damaged', 'workbook-damaged', 'read, mapping-unknown']),
  )
})
