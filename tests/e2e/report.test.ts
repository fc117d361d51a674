import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { expect, inject, it } from 'vitest'
import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import type { ProgrammeView, ReleasedValue } from '../../indicators/model/released.ts'
import { type Language, languages } from '../../indicators/model/text.ts'

const site = inject('addresses').public

/** The texts of a Word file's tables, read from its XML and from nothing of ours. */
async function tablesIn(language: Language): Promise<string[][][]> {
  const response = await fetch(`${site}/api/report?lang=${language}`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const { document } = parseHTML(strFromU8(files['word/document.xml'] ?? new Uint8Array()))
  const textOf = (of: Element) =>
    [...of.querySelectorAll('w\\:t')].map((run) => run.textContent ?? '').join('')
  return [...document.querySelectorAll('w\\:tbl')].map((table) =>
    [...table.querySelectorAll('w\\:tr')].map((row) => [...row.querySelectorAll('w\\:tc')].map(textOf)),
  )
}

/** A number as it is written in a language, and how much its last digit stands for. */
function numberIn(text: string, language: Language): { value: number; step: number } | null {
  const plain = text.replaceAll(/[\u00a0\u202f\u200e\u200f\u2066-\u2069]/g, '')
  const [whole] = /[−-]?\d[\d.,]*/.exec(plain) ?? []
  if (!whole) return null
  const isDecimal = language === 'en' ? '.' : ','
  const [units = '', decimals = ''] = whole.replaceAll(language === 'en' ? ',' : '.', '').split(isDecimal)
  return { value: Number(`${units.replace('−', '-')}.${decimals || 0}`), step: 10 ** -decimals.length }
}

const marks: Partial<Record<ReleasedValue['state'], string>> = {
  suppressed: '[c]',
  missing: '[x]',
  withheld: '[w]',
  not_applicable: '[z]',
}
const unmarked = (text: string) => text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '')

/** The rows of each indicator in the logframe, by the code its heading begins with. */
async function logframeIn(language: Language): Promise<Map<string, string[][]>> {
  const found = new Map<string, string[][]>()
  let rows: string[][] = []
  for (const table of (await tablesIn(language)).filter(([head]) => head?.length === 11))
    for (const row of table.slice(1)) {
      if (row.length > 1) {
        rows.push(row)
        continue
      }
      rows = []
      found.set(unmarked(row[0] ?? '').split(' ')[0] ?? '', rows)
    }
  return found
}

const close = (text: string, language: Language, value: number) => {
  const read = numberIn(text, language)
  return Math.abs((read?.value ?? Number.NaN) - value) <= (read?.step ?? 0) / 2 + 1e-9
}

it.each(languages)('every value of the logframe in Word, in %s, is the release’s', async (language) => {
  const programme: ProgrammeView = await (await fetch(`${site}/api/programme`)).json()
  const annex = await logframeIn(language)
  const compared = { numbers: 0, partial: 0, marks: 0, plans: 0 }
  const judged = programme.indicators.filter(({ level }) => level !== 'context')
  expect(annex.size).toBe(judged.length)
  for (const { code, unit, latest, bySex, standings } of judged) {
    const rows = annex.get(code) ?? []
    expect(rows, code).toHaveLength(4)
    for (const [nth, place] of [PROGRAMME, ...countries].entries()) {
      const cells = [
        [4, latest.find((value) => value.place === place)],
        ...['female', 'male', 'unknown'].map((sex, n) => [
          5 + n,
          bySex.find((value) => value.place === place && value.cell === `sex=${sex}`),
        ]),
      ] as [number, ReleasedValue | undefined][]
      for (const [column, value] of cells) {
        const text = rows[nth]?.[column] ?? ''
        if (!value) continue
        if (value.state === 'observed' && value.value !== null && unit !== 'yes-no') {
          expect(close(text, language, value.value), `${code} ${place} ${text}`).toBe(true)
          compared[value.partial ? 'partial' : 'numbers'] += 1
        }
        const mark = marks[value.state]
        if (!mark || (place === PROGRAMME && value.state === 'not_applicable')) continue
        expect(unmarked(text), `${code} ${place}`).toContain(mark)
        compared.marks += 1
      }
      const progress = standings.find((one) => one.place === place && one.cell === '')?.progress
      const plans = [
        [1, progress?.baseline, progress?.baselineDate],
        [2, progress?.nextMilestone, progress?.nextMilestoneDate],
        [3, progress?.target, progress?.targetDate],
      ] as const
      for (const [column, value, day] of plans) {
        const text = unmarked(rows[nth]?.[column] ?? '')
        if (value == null) expect(text, `${code} ${place}`).toBe('–')
        else if (unit !== 'yes-no') {
          expect(close(text, language, value), `${code} ${place} ${text}`).toBe(true)
          if (day != null) expect(text).toContain(day.slice(0, 4))
          compared.plans += 1
        }
      }
      const share = progress?.toMilestone
      const ofNext = rows[nth]?.[8] ?? ''
      if (share == null) expect(unmarked(ofNext)).toBe('–')
      else expect(close(ofNext, language, 100 * share), `${code} ${place} ${ofNext}`).toBe(true)
    }
  }
  expect(compared.numbers).toBeGreaterThan(150)
  expect(compared.partial).toBeGreaterThan(3)
  expect(compared.marks).toBeGreaterThan(50)
  expect(compared.plans).toBeGreaterThan(200)
})

it('says why a milestone lies beyond the target it was extended from', async () => {
  const [programme] = (await logframeIn('en')).get('OP1.2.1') ?? []
  const [target, milestone] = [3, 2].map((column) => numberIn(programme?.[column] ?? '', 'en')?.value ?? 0)
  expect(milestone).toBeGreaterThan(target ?? 0)
  expect(programme?.[10]).toMatch(/^Extended to [\d,]+ by Q\d 20\d\d: ./)
})

it('has charts as pictures, each with a caption and told in words, that say what they rest on', async () => {
  const response = await fetch(`${site}/api/report?lang=ar`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const told = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text = '']) => text)
  const pictures = Object.keys(files).filter((name) => /^word\/media\/.*\.png$/.test(name))
  expect(told.length).toBeGreaterThan(10)
  expect(pictures).toHaveLength(told.length)
  for (const text of told) expect(text).toMatch(/\p{Script=Arabic}.{20}/u)
  expect(xml.match(/SEQ Figure/g)).toHaveLength(told.length)
})

it('is made for a donor, countries, a period and an outline, and says what is wrong with others', async () => {
  const ask = (query: string) => fetch(`${site}/api/report?${query}`)
  const brief = await ask('outline=brief&countries=KAZ&lang=kk')
  const whole = await ask('outline=quarterly&donor=unoct&period=2022-Q3')
  expect([brief.status, whole.status]).toEqual([200, 200])
  for (const period of ['2021', '2021-H2', '2021-H1..2022-Q1'])
    expect((await ask(`outline=brief&period=${period}`)).status).toBe(200)
  expect((await brief.arrayBuffer()).byteLength).toBeLessThan((await whole.arrayBuffer()).byteLength)
  expect((await ask('period=2031')).status).toBe(404)
  for (const wrong of ['outline=long', 'countries=FRA', 'period=2022-Q4..2022-Q1', 'donor=us'])
    expect((await ask(wrong)).status).toBe(400)
})
