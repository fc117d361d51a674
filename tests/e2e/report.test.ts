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

it.each(languages)('every value of the logframe in Word, in %s, is the release’s', async (language) => {
  const programme: ProgrammeView = await (await fetch(`${site}/api/programme`)).json()
  const annex = (await tablesIn(language)).find(([head]) => head?.length === 11) ?? []
  const compared = { numbers: 0, marks: 0 }
  const judged = programme.indicators.filter(({ level }) => level !== 'context')
  for (const { code, unit, latest, bySex } of judged) {
    const rows = annex.filter(([name = '']) =>
      name.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '').startsWith(`${code} `),
    )
    expect(rows).toHaveLength(4)
    for (const [nth, place] of [PROGRAMME, ...countries].entries()) {
      const cells = [
        [5, latest.find((value) => value.place === place)],
        ...['female', 'male', 'unknown'].map((sex, n) => [
          6 + n,
          bySex.find((value) => value.place === place && value.cell === `sex=${sex}`),
        ]),
      ] as [number, ReleasedValue | undefined][]
      for (const [column, value] of cells) {
        const text = rows[nth]?.[column] ?? ''
        if (!value) continue
        if (value.state === 'observed' && value.value !== null && !value.partial && unit !== 'yes-no') {
          const read = numberIn(text, language)
          expect(
            Math.abs((read?.value ?? Number.NaN) - value.value),
            `${code} ${place} ${text}`,
          ).toBeLessThanOrEqual((read?.step ?? 0) / 2 + 1e-9)
          compared.numbers += 1
        }
        const mark = marks[value.state]
        if (!mark || (place === PROGRAMME && value.state === 'not_applicable')) continue
        expect(text.replaceAll(/[\u200e\u200f]/g, ''), `${code} ${place}`).toContain(mark)
        compared.marks += 1
      }
    }
  }
  expect(compared.numbers).toBeGreaterThan(150)
  expect(compared.marks).toBeGreaterThan(50)
})

it('is made for a donor, countries, a period and an outline, and says what is wrong with others', async () => {
  const ask = (query: string) => fetch(`${site}/api/report?${query}`)
  const brief = await ask('outline=brief&countries=KAZ&lang=kk')
  const whole = await ask('outline=quarterly&donor=unoct&period=2022-Q3')
  expect([brief.status, whole.status]).toEqual([200, 200])
  expect((await brief.arrayBuffer()).byteLength).toBeLessThan((await whole.arrayBuffer()).byteLength)
  for (const wrong of ['outline=long', 'countries=FRA', 'period=2022-Q4..2022-Q1', 'donor=us'])
    expect((await ask(wrong)).status).toBe(400)
})
