import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import type { BulkRequest } from '../../../../pipelines/stages/bulk/bulk-file.ts'
import { findBulkText } from '../../../../pipelines/stages/bulk/find-bulk-text.ts'
import { readBulk } from '../../../../pipelines/stages/bulk/read-bulk.ts'
import { readBulkApart } from '../../../../pipelines/stages/bulk/read-bulk-apart.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'
import { writeSlice } from '../../../../pipelines/warehouse/write-slice.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-bulk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const sources = loadSources(loadLogframe().elements)
const stations = sources.places.UGA.filter(
  ({ code, closed, opened }) => code.split('-').length === 3 && !closed && !opened,
)
const [alpha, beta] = stations.map(({ name }) => name)

let files = 0
async function requestOf(
  text: string | Uint8Array,
  more: Partial<BulkRequest> = {},
): Promise<BulkRequest | null> {
  files += 1
  const work = mkdtempSync(join(folder, 'work-'))
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, text)
  const found = await findBulkText(path, join(work, 'aside.csv'))
  return (
    found && {
      ...found,
      file: 'long.csv',
      fileHash: 'a'.repeat(64),
      country: 'UGA',
      sources,
      folder: work,
      ...more,
    }
  )
}
async function read(text: string | Uint8Array, more: Partial<BulkRequest> = {}) {
  const request = await requestOf(text, more)
  if (!request) throw new Error('not seen as a long table')
  return { ...(await readBulk(request)), folder: request.folder }
}

/** The slices of the way for small files, by report and quarter. */
async function small(text: string) {
  const { slices, findings } = await checkFile({
    name: 'long.csv',
    bytes: Buffer.from(text),
    country: 'UGA',
    sources,
  })
  const written = []
  for (const { quarter, observations, mapping } of slices as ((typeof slices)[number] & {
    mapping: { id: string }
  })[]) {
    const named = observations.map((one) => ({
      ...one,
      lineage: { ...one.lineage, fileHash: 'a'.repeat(64) },
    }))
    const { hash, rows } = await writeSlice(named, join(folder, 'small'))
    written.push({ report: mapping.id, quarter, hash, rows })
  }
  return { slices: written, codes: findings.map(({ code }) => code).sort() }
}

const header = 'place,quarter,element,breakdown,value,status,note\n'

describe('a long table', () => {
  it('becomes the same slices as by the way for small files, to the byte', async () => {
    const measure = fc.constantFrom(
      'PP_STOCK,',
      'PP_STOCK,sex=female',
      'PP_STOCK,age=juvenile',
      'PP_ADM,',
      'PP_ADM,age=juvenile',
      'ST_STOCK,',
      'RNA_FAC,',
    )
    const row = fc.record({
      place: fc.constantFrom(alpha, beta, stations[2]?.code ?? ''),
      quarter: fc.constantFrom('2020-Q4', '2021Q1', 'Q3 FY 2020/21'),
      measure,
      value: fc.constantFrom('0', '1', '12', '400', 'missing:', 'withheld:', ':'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, {
          minLength: 1,
          maxLength: 12,
          selector: ({ place, measure }) => `${place} ${measure}`,
        }),
        async (rows) => {
          const lines = rows.map(({ place, quarter, measure, value }) => {
            const isFlag = measure.startsWith('RNA_FAC')
            const [status, number] = value.includes(':')
              ? [value.replace(':', ''), '']
              : ['', isFlag ? '1' : value]
            return `${place},${quarter},${measure},${number},${status},n`
          })
          const text = `${header}${lines.join('\n')}\n`
          const [ours, theirs] = [await read(text), await small(text)]
          expect(ours.slices).toEqual(theirs.slices)
        },
      ),
      { numRuns: 8 },
    )
  })

  it('is read in other encodings, separators and line ends alike', async () => {
    const table = `показатель;учреждение;квартал;значение\r\nPP_STOCK;${alpha};2021-Q1;12\r\n`
    const plain = await read(table)
    expect(plain.findings).toEqual([])
    expect(plain.slices).toHaveLength(1)
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')])
    const cyrillic = [...table].map((letter) => {
      const code = letter.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    })
    for (const bytes of [Buffer.from(`\ufeff${table}`), utf16, Buffer.from(cyrillic)])
      expect((await read(bytes)).slices).toEqual(plain.slices)
  })

  it('is told by its header alone', async () => {
    expect(await requestOf('a,b,c\n1,2,3\n')).toBeNull()
    expect(await requestOf('')).toBeNull()
    expect(await requestOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]))).toBeNull()
  })
})

describe('what is wrong in a long table', () => {
  const good = `${alpha},2021-Q1,PP_STOCK,,12,,n\n`
  it.each([
    ['an element nobody knows', `${alpha},2021-Q1,PP_STOK,,12,,n\n`, 'code-unknown', 'C3'],
    ['a place nobody knows', `Nowhere,2021-Q1,PP_ADM,,12,,n\n`, 'place-unknown', 'A3'],
    ['a period that is none', `${alpha},sometime,PP_ADM,,12,,n\n`, 'period-code-wrong', 'B3'],
    [
      'a cell the element has not',
      `${alpha},2021-Q1,PP_STOCK,activity=sport,12,,n\n`,
      'cell-not-expected',
      'D3',
    ],
    ['a text for a number', `${alpha},2021-Q1,PP_ADM,,twelve,,n\n`, 'number-unreadable', 'E3'],
    ['a number below nothing', `${alpha},2021-Q1,PP_ADM,,-1,,n\n`, 'number-negative', 'E3'],
    ['a whole region', `UGA-R1,2021-Q1,PP_ADM,,12,,n\n`, 'place-too-coarse', 'A3'],
    ['the same value twice', good, 'value-twice', 'E3'],
  ])('%s is found in its line, and nothing is written', async (_, line, code, ref) => {
    const { findings, slices } = await read(header + good + line)
    expect(findings.map((one) => [one.code, one.at.ref])).toContainEqual([code, ref])
    expect(slices).toEqual([])
  })

  it('is told once for all rows that have it, with how many they are', async () => {
    const wrong = Array.from(
      { length: 50 },
      (_, nth) => `${stations[nth]?.code},2021-Q1,PP_STOK,,12,,n\n`,
    ).join('')
    const { findings } = await read(header + wrong)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: 'code-unknown', value: 'PP_STOK', params: { rows: 50 } })
  })

  it.each([
    ['too few columns', `${alpha},2021-Q1\n`],
    ['too many', `${alpha},2021-Q1,PP_ADM,,12,,n,n,n\n`],
    ['a quote that is never closed', `"${alpha},2021-Q1,PP_ADM,,12,,n\n`],
  ])('a row with %s is no row', async (_, line) => {
    const { findings, slices } = await read(header + good + line + good.replace('PP_STOCK', 'PP_CAP'))
    expect(findings.map(({ code }) => code)).toContain('text-damaged')
    expect(slices).toEqual([])
  })

  it('is a list of persons however long the file is', async () => {
    const persons = Array.from(
      { length: 40 },
      (_, nth) => `${stations[nth]?.code},2021-Q1,PP_STOCK,,12,,${880101300000 + nth * 7919}\n`,
    )
    const { refused, findings, slices } = await read(header + persons.join(''))
    expect([refused, findings.map(({ code }) => code), slices]).toEqual([true, ['personal-data'], []])
  })
})

describe('the process that reads it', () => {
  it('gives what the program itself would, and is stopped at its limits', async () => {
    const text = `${header}${alpha},2021-Q1,PP_STOCK,,12,,n\n`
    const request = await requestOf(text)
    if (!request) throw new Error('not seen as a long table')
    const { slices } = await readBulkApart(request)
    expect(slices).toEqual((await read(text)).slices)
    const again = { ...request, folder: mkdtempSync(join(folder, 'work-')) }
    const { findings } = await readBulkApart(again, { wallMs: 60_000, residentMebibytes: 1 })
    expect(findings.map(({ code }) => code)).toEqual(['reading-stopped'])
  })
})
