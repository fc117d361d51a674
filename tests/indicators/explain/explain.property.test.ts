import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cellUse } from '../../../indicators/explain/cell-use.ts'
import { explainFigure } from '../../../indicators/explain/explain-figure.ts'
import type { Source } from '../../../indicators/explain/source.ts'
import { Explanation, type Step } from '../../../indicators/model/explanation.ts'
import type { Edition, IndicatorView, ReleasedValue } from '../../../indicators/model/released.ts'
import { dataAsOf, everyKind, indicators, quarters } from './every-kind.ts'
import { explainedRelease } from './explained-release.ts'
import { recomputed, told } from './recompute.ts'

const seeds = [1, 2, 3]
const releases = await Promise.all(
  seeds.map((seed) => explainedRelease(everyKind(seed), { quarters, dataAsOf })),
)
afterAll(() => {
  for (const { remove } of releases) remove()
})

const idsOf = (values: readonly ReleasedValue[]) =>
  values.map(({ place, quarter, cell }) => ({ place, quarter, cell }))

/** Every figure of an edition with its explanation. */
async function explainAll(source: Source): Promise<Explanation[]> {
  const all: Explanation[] = []
  for (const { id } of indicators) {
    const view = (await source.indicator(id)) as IndicatorView
    for (const at of idsOf(view.values)) {
      const explained = await explainFigure(source, { indicator: id, ...at })
      if (!explained) throw new Error(`${id} ${Object.values(at).join(' ')} is not explained`)
      all.push(explained)
    }
  }
  return all
}

const name = ({ indicator, place, quarter, cell }: Explanation) =>
  [indicator.id, place.code, quarter, cell].join('|')

describe.each(releases.map((release, i) => ({ release, seed: seeds[i] })))('release $seed', ({ release }) => {
  const explained = explainAll(release.source('internal'))

  it('explains every figure in the promised shape, with every kind of step and of reason somewhere', async () => {
    const all = await explained
    for (const one of all) expect(Explanation.safeParse(one).error, name(one)).toBeUndefined()
    const kinds = new Set(all.flatMap(({ steps }) => steps.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual(
      [
        'answers',
        'bounds',
        'countries',
        'divide',
        'elements',
        'people',
        'reported',
        'rest',
        'stages',
        'units',
      ].sort(),
    )
    const reasons = new Set(all.flatMap(({ excluded }) => excluded.map(({ why }) => why)))
    for (const why of ['missing', 'withheld', 'not_applicable', 'not_due', 'cut'])
      expect([...reasons]).toContain(why)
  })

  it('recomputes each released value from the numbers of its steps', async () => {
    for (const one of await explained) {
      for (const step of one.steps) expectClose(recomputed(step), told(step), `${name(one)} ${step.kind}`)
      const { state, value, bounds } = one.value
      const last = one.steps.at(-1)
      if (state !== 'observed') continue
      expect(last, name(one)).toBeDefined()
      if (last)
        expect(told(last), name(one)).toEqual(
          bounds ?? (isBounded(last) ? { low: value, high: value } : value),
        )
    }
  })

  it('leads each step back to numbers that were given before it', async () => {
    for (const one of await explained) {
      const readings = new Set(
        one.lineage?.map(({ fact, state }) => fact?.value ?? (state === 'observed' ? 1 : null)),
      )
      for (const step of one.steps)
        if (step.kind === 'units' && one.value.state === 'observed')
          for (const number of step.addends.flatMap(({ readings: numbers }) => numbers))
            expect([...readings], `${name(one)} ${number}`).toContain(number)
    }
  })

  it('agrees both ways: a cell is behind a figure exactly where the figure is among those it feeds', async () => {
    const source = release.source('internal')
    if (!source.inner) throw new Error('no evidence')
    const backward = new Set<string>()
    for (const one of await explained) {
      for (const row of one.lineage ?? [])
        for (const at of [row, ...(row.fact?.less ?? [])]) backward.add(`${keyOf(at)} counted ${name(one)}`)
      // A reading that is left out itself may still be taken off one that counts.
      for (const { at, why } of one.excluded)
        if (at && !backward.has(`${keyOf(at)} counted ${name(one)}`))
          backward.add(`${keyOf(at)} ${why} ${name(one)}`)
    }
    const forward = new Set<string>()
    for (const { fileHash } of await source.inner.files()) {
      const file = await source.inner.cells(fileHash)
      for (const ref of new Set(file.ref)) {
        const use = await cellUse({ ...source, inner: source.inner }, file, { sheet: 'Report', ref })
        for (const { figures } of use.readings)
          for (const { indicator, place, quarter, cell, use: as } of figures)
            forward.add(`${keyOf({ ...use, ref })} ${as} ${[indicator, place, quarter, cell].join('|')}`)
      }
    }
    expect([...forward].filter((one) => !backward.has(one)).slice(0, 5)).toEqual([])
    expect([...backward].filter((one) => !forward.has(one)).slice(0, 5)).toEqual([])
    expect(backward.size).toBeGreaterThan(1000)
  })

  it('shows in the public edition no number that its own files do not hold', async () => {
    const source = release.source('public')
    const known = new Set<number>()
    for (const file of ['definitions', ...indicators.map(({ id }) => `indicators/${id}`)])
      for (const number of numbersIn(json(release.folder, 'public', file))) known.add(number)
    for (const one of await explainAll(source)) {
      expect(
        numbersIn(one).filter((number) => !known.has(number)),
        name(one),
      ).toEqual([])
      expect([
        one.lineage,
        one.excluded,
        one.sides.flatMap(({ terms }) => terms.flatMap(({ parts }) => parts)),
      ]).toEqual([null, [], []])
      if (one.value.state !== 'suppressed') continue
      expect(
        [one.steps, one.sides.map(({ value }) => value)].flat().filter((number) => number !== null),
      ).toEqual([])
    }
  })
})

const keyOf = ({ file, sheet, ref }: { file: string; sheet: string; ref: string }) =>
  `${file} ${sheet} ${ref}`
const json = (folder: string, edition: Edition, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, edition, `${file}.json`), 'utf8'))

function numbersIn(part: unknown): number[] {
  if (typeof part === 'number') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(numbersIn) : []
}

const isBounded = ({ kind }: Step) => kind === 'people' || kind === 'bounds'

type Result = ReturnType<typeof recomputed>
function expectClose(found: Result, wanted: Result, where: string) {
  if (typeof found !== 'number' || typeof wanted !== 'number') return expect(found, where).toEqual(wanted)
  const most = 1e-9 * Math.max(1, Math.abs(wanted))
  expect(Math.abs(found - wanted) <= most, `${where}: ${found} is not ${wanted}`).toBe(true)
}
