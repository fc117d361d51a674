import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { writeSlice } from '../../../pipelines/warehouse/write-slice.ts'
import { observed } from './observations.ts'

const folder = mkdtempSync(join(tmpdir(), 'slices-'))
afterAll(() => rm(folder, { recursive: true }))

const few = [
  observed({ cell: '', value: 120, ref: 'B2' }),
  observed({ cell: 'sex=female', value: 20, ref: 'C2' }),
  observed({ cell: 'sex=male', value: 100, ref: 'B2-C2', derived: true }),
  observed({ element: 'NARR', value: null, state: 'observed', text: 'Тоқсан қорытындысы', ref: 'D2' }),
]

it('names a slice by the SHA-256 of its bytes', async () => {
  const { hash, rows } = await writeSlice(few, join(folder, 'named'))
  expect(rows).toBe(4)
  const bytes = readFileSync(join(folder, 'named', `${hash}.parquet`))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
})

it('gives the same bytes for the same observations in any order', async () => {
  const expected = await writeSlice(few, join(folder, 'order'))
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(few, { minLength: few.length }), async (shuffled) => {
      expect(await writeSlice(shuffled, join(folder, 'order'))).toEqual(expected)
    }),
    { numRuns: 12 },
  )
  expect(readdirSync(join(folder, 'order'))).toEqual([`${expected.hash}.parquet`])
})

it('gives other bytes when a value, a state or a place of reading differs', async () => {
  const [first, ...rest] = few
  if (!first) throw new Error('no observation')
  const variants = [
    { ...first, value: 121 },
    { ...first, state: 'missing' as const, value: null },
    { ...first, lineage: { ...first.lineage, ref: 'B3' } },
  ]
  const hashes = new Set<string>()
  for (const changed of [first, ...variants])
    hashes.add((await writeSlice([changed, ...rest], join(folder, 'other'))).hash)
  expect(hashes.size).toBe(4)
})

it('gives the same bytes for a slice of several row groups', async () => {
  const many = Array.from({ length: 130_000 }, (_, i) =>
    observed({ place: `KAZ-R${i % 6}-${i}`, value: i, ref: `B${i}` }),
  )
  const first = await writeSlice(many, join(folder, 'many'))
  expect(await writeSlice(many.toReversed(), join(folder, 'many'))).toEqual(first)
})

it('refuses two observations of one thing and leaves nothing behind', async () => {
  const target = join(folder, 'twice')
  await expect(writeSlice([...few, observed({ value: 121, ref: 'B9' })], target)).rejects.toThrow(
    'Delivered more than once: PP_STOCK KAZ-R1-01 2021-04-01 2021-06-30',
  )
  expect(readdirSync(target)).toEqual([])
})

it('refuses a value it would have to round', async () => {
  await expect(writeSlice([observed({ value: 1.23456 })], join(folder, 'round'))).rejects.toThrow(
    'more than four decimals',
  )
  await expect(writeSlice([observed({ value: 1.2345 })], join(folder, 'round'))).resolves.toBeDefined()
})
