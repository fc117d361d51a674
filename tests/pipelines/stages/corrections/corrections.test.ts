import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { Correction } from '../../../../pipelines/stages/corrections/correction.ts'
import { explainFinding } from '../../../../pipelines/stages/findings/findings.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'
import { smallFile, smallSources } from '../small-sources.ts'

const decided = {
  element: 'PEOPLE',
  place: 'UGA-R1-01',
  period: '2021-Q1',
  was: 10,
  becomes: 12,
  reason: 'two came late',
  date: '2021-08-03',
  who: 'coordinator',
}
const bytes = smallFile('North;Alpha;10;4;yes;3;', 'South;Gamma;10;4;yes;3;')
const check = (...corrections: object[]) =>
  checkFile({
    name: 'small.csv',
    bytes,
    sources: {
      ...smallSources,
      corrections: { ...smallSources.corrections, UGA: corrections.map((one) => Correction.parse(one)) },
    },
  })
const total = ({ slices }: Awaited<ReturnType<typeof check>>, place: string) =>
  slices
    .flatMap(({ observations }) => observations)
    .find((one) => one.element === 'PEOPLE' && one.cell === '' && one.place === place)

describe('a correction', () => {
  it('is put in place of the value it is about, and of no other; the lineage says so', async () => {
    const checked = await check(decided)
    expect(total(checked, 'UGA-R1-01')).toMatchObject({
      value: 12,
      lineage: { ref: 'C3', mapping: 'UGA-small@1 corrected 2021-08-03' },
    })
    expect(total(checked, 'UGA-R2-01')).toMatchObject({ value: 10, lineage: { mapping: 'UGA-small@1' } })
    expect(checked.findings.filter(({ code }) => code === 'correction-unmatched')).toEqual([])
  })

  it('leaves the quarter of the report one slice', async () => {
    const [plain, corrected] = [await check(), await check(decided)]
    const shapeOf = ({ slices }: typeof plain) =>
      slices.map(({ mapping, quarter, observations }) => [mapping, quarter, observations.length])
    expect(shapeOf(corrected)).toEqual(shapeOf(plain))
    expect(corrected.slices).toHaveLength(1)
  })

  it('can say that a number is not known', async () => {
    const checked = await check({ ...decided, becomes: 'missing' })
    expect(total(checked, 'UGA-R1-01')).toMatchObject({ state: 'missing', value: null })
  })

  it('builds on one of an earlier day, however they stand in the list', async () => {
    const later = { ...decided, was: 12, becomes: 13, date: '2021-09-01' }
    const checked = await check(later, decided)
    expect(total(checked, 'UGA-R1-01')).toMatchObject({
      value: 13,
      lineage: { mapping: 'UGA-small@1 corrected 2021-09-01' },
    })
  })

  it('of a value the file gives otherwise changes nothing and is told', async () => {
    const checked = await check({ ...decided, was: 9 })
    expect(total(checked, 'UGA-R1-01')).toMatchObject({ value: 10 })
    const [found] = checked.findings.filter(({ code }) => code === 'correction-unmatched')
    expect(found).toMatchObject({ severity: 'warning', at: { ref: 'C3' }, value: '10' })
    expect(found && explainFinding(found, 'en')).toContain('makes 12 of 9 here, but the file now says 10')
  })

  it('of another quarter says nothing of this one', async () => {
    const checked = await check({ ...decided, period: '2021-Q2' })
    expect(total(checked, 'UGA-R1-01')).toMatchObject({ value: 10 })
    expect(checked.findings.filter(({ code }) => code === 'correction-unmatched')).toEqual([])
  })
})

describe('a list of corrections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-corrections-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const { elements } = loadLogframe()
  const load = (text: string) => {
    mkdirSync(join(folder, 'TUN'), { recursive: true })
    writeFileSync(join(folder, 'TUN', 'corrections.yaml'), text)
    return loadSources(elements, undefined, folder)
  }
  const entry = (more: string) =>
    `- { element: PP_STOCK, place: TUN, period: 2021-Q2, was: 1, becomes: 2, reason: r, date: 2021-08-03, who: w${more} }\n`

  it('in the data folder is read with the descriptions', () => {
    expect(load(entry(', cell: sex=female')).corrections.TUN).toEqual([
      expect.objectContaining({ element: 'PP_STOCK', cell: 'sex=female', becomes: 2 }),
    ])
  })

  it.each([
    ['- { element: NOTHING }\n', 'place'],
    [entry('').replace('PP_STOCK', 'PP_STOK'), 'there is no data element PP_STOK'],
    [entry('').replace('TUN,', 'TUN-R99,'), 'TUN has no place TUN-R99'],
    [entry(', cell: activity=sport'), 'PP_STOCK is not split by activity=sport'],
    [entry('').replace('becomes: 2', 'becomes: 1'), 'it is what it was'],
    [entry('') + entry(''), 'the same value is corrected twice'],
    [entry('').replace('was: 1', 'was: -1'), 'was'],
  ])('with a mistake is refused by file and line: %s', (text, message) => {
    expect(() => load(text)).toThrow(message)
    expect(() => load(text)).toThrow(/mappings\/TUN\/corrections\.yaml:\d+: /)
  })
})
