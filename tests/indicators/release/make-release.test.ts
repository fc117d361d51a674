import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { tableFromIPC as readWithFlechette } from '@uwdata/flechette'
import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { Readings } from '../../../indicators/model/readings.ts'
import { IndicatorView, ProgrammeView } from '../../../indicators/model/released.ts'
import { smallRelease } from './small-release.ts'

const first = await smallRelease()
const second = await smallRelease()
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
const read = (path: string) => readFileSync(join(first.folder, path))
const json = (path: string) => JSON.parse(read(path).toString())

describe('a release', () => {
  it('has the same name and the same bytes when made twice from the same inputs', () => {
    expect(second.id).toBe(first.id)
    expect(filesOf(second.folder)).toEqual(filesOf(first.folder))
    for (const file of filesOf(first.folder))
      expect(readFileSync(join(second.folder, file)).equals(read(file))).toBe(true)
  })

  it('has a name that tells a reader nothing of what only the internal edition holds', async () => {
    const other = await smallRelease(undefined, undefined, new Uint8Array(32).fill(7))
    expect(other.manifest.content).toBe(first.manifest.content)
    expect(other.id).not.toBe(first.id)
    expect(JSON.stringify(json('inputs.json'))).not.toContain('secret')
    for (const path of Object.keys(first.manifest.files).filter((name) => name.startsWith('public/')))
      expect(read(path).includes(first.manifest.content.slice(0, 8))).toBe(false)
  })

  it('says in its manifest what it was made of and the hash of every file', () => {
    expect(first.manifest.slices).toEqual(['b'.repeat(64)])
    expect(createHash('sha256').update(read('inputs.json')).digest('hex')).toBe(first.manifest.inputs)
    for (const [path, hash] of Object.entries(first.manifest.files))
      expect(createHash('sha256').update(read(path)).digest('hex')).toBe(hash)
    const listed = Object.keys(first.manifest.files)
    expect(
      filesOf(first.folder)
        .filter((file) => /^(public|internal)\/.*\.(json|jsonld|csv|xlsx|parquet|arrow|xml)$/.test(file))
        .sort(),
    ).toEqual(listed.sort())
  })

  it('holds every file in two compressed forms of the same content', () => {
    for (const path of Object.keys(first.manifest.files)) {
      expect(brotliDecompressSync(read(`${path}.br`)).equals(read(path))).toBe(true)
      expect(gunzipSync(read(`${path}.gz`)).equals(read(path))).toBe(true)
    }
  })

  it.each(['public', 'internal'])('has views of the promised shape in the %s edition', (edition) => {
    const programme = ProgrammeView.parse(json(`${edition}/programme.json`))
    expect(programme.indicators).toHaveLength(50)
    for (const { id } of programme.indicators)
      expect(IndicatorView.parse(json(`${edition}/indicators/${id}.json`)).indicator.id).toBe(id)
  })

  it('leads from a value to file and cell in the internal edition', () => {
    const { place, cell, value, ref, sources, source } = Readings.parse(
      json('internal/readings/TR_FIRST/KAZ.json'),
    )
    const row = place.at.findIndex(
      (at, i) => place.words[at] === 'KAZ-R1' && cell.words[cell.at[i] ?? -1] === 'sex=female',
    )
    expect([value[row], ref[row]]).toEqual([3, 'B2'])
    expect(sources[source[row] ?? -1]).toMatchObject({ file: 'training.csv', periodEnd: '2021-03-31' })
  })
})

describe('the public edition', () => {
  const trained = IndicatorView.parse(json('public/indicators/staff-trained.json'))
  const withheld = trained.values.filter(({ state }) => state === 'suppressed')

  it('has nothing its figures were made of, and no facility', () => {
    const inner = filesOf(first.folder).filter((file) =>
      /^public\/(evidence|readings|cells|units|files)/.test(file),
    )
    expect(inner).toEqual([])
    expect(trained.places.filter(({ code }) => code.split('-').length > 2)).toEqual([])
  })

  it('withholds the regions by sex where one of them is small, and nothing above them', () => {
    expect(new Set(withheld.map(({ place, cell }) => `${place} ${cell}`))).toContain('KAZ-R1 sex=female')
    expect(withheld.filter(({ place }) => ['ALL', 'KAZ'].includes(place) && withheld.length === 0)).toEqual(
      [],
    )
    const total = trained.values.find(
      ({ place, quarter, cell }) => place === 'ALL' && quarter === '2021-Q4' && cell === '',
    )
    expect(total?.value).toBe(4 * (5 * (41 + 73) + 3 + 73))
  })
})

describe.each(['public', 'internal'])('the values of the %s edition', (edition) => {
  const { columns } = json(`${edition}/values.json`) as {
    columns: Record<string, (string | number | boolean | null)[]>
  }
  const names = Object.keys(columns)
  const rowOf = (row: number) => names.map((name) => columns[name]?.[row] ?? null)
  const count = columns.indicator?.length ?? 0

  it('are the same in JSON and CSV, with nothing where there is no number', () => {
    const [header, ...rows] = read(`${edition}/values.csv`).toString().trimEnd().split('\r\n')
    expect(header?.split(',')).toEqual(names)
    expect(rows).toHaveLength(count)
    rows.forEach((line, row) => {
      expect(line.split(',')).toEqual(rowOf(row).map((value) => (value === null ? '' : String(value))))
    })
  })

  it('are the same in Arrow, read by two libraries', () => {
    const bytes = read(`${edition}/values.arrow`)
    const arrow = tableFromIPC(bytes)
    const flechette = readWithFlechette(bytes)
    expect([arrow.numRows, flechette.numRows]).toEqual([count, count])
    for (const name of names) {
      const expected = columns[name] ?? []
      expect([...(arrow.getChild(name) ?? [])]).toEqual(expected)
      expect([...(flechette.getChild(name) ?? [])]).toEqual(expected)
    }
  })

  it('have a number exactly where the state is observed', () => {
    columns.state?.forEach((state, row) => {
      expect([state, columns.value?.[row] === null]).toEqual([state, state !== 'observed'])
    })
  })
})
