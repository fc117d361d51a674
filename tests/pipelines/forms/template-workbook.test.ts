import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { fillTemplate } from '../../../fixtures/broken/fill-template.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { languages } from '../../../indicators/model/text.ts'
import { templateWords } from '../../../pipelines/forms/template/template-mapping.ts'
import { writeTemplate } from '../../../pipelines/forms/template/write-template.ts'
import { categoryWords } from '../../../pipelines/forms/words.ts'
import { loadSources } from '../../../pipelines/stages/map/load-sources.ts'

const sources = loadSources(loadLogframe().elements)
const order = { country: 'TUN', quarter: '2021-Q2', report: 'TUN-programme', sources } as const
const arabic = await fillTemplate({ ...order, language: 'ar' }, [])
const { sheets, namedRanges, properties } = await readXlsx(arabic)
const [readMe, wide] = sheets
const codes = sheets.at(-1)

it('opens with a page to read, then figures, definitions and a very hidden sheet of lists', () => {
  expect(readMe?.name).toBe('اقرأني')
  expect(readMe?.rows.flat().join(' ')).toContain('30 جويلية 2021')
  expect(sheets.at(-2)?.name).toBe('التعريفات')
  expect([codes?.name, codes?.veryHidden]).toEqual(['Codes', true])
})

it('keeps what it is for in a defined name and a document property', () => {
  const mark = String(codes?.rows[0]?.[0])
  expect(mark).toMatch(/^waymark-template\/1 TUN 2021-Q2 TUN-programme ar [0-9a-f]{12}$/)
  expect(namedRanges?.find(({ name }) => name === 'waymark_fingerprint')?.range).toMatch(/^'?Codes'?!\$A\$1/)
  expect(properties?.custom?.waymark).toBe(mark)
})

it('is from right to left, frozen, and protected without a password save where one writes', () => {
  expect(wide?.view?.rightToLeft).toBe(true)
  expect(wide?.freezePane).toMatchObject({ rows: 2, columns: 4 })
  expect(wide?.rowDefs?.get(1)?.hidden).toBe(true)
  const xml = strFromU8(unzipSync(arabic)['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
  expect(xml).toContain('<sheetProtection sheet="1"')
  expect(xml).not.toContain('password')
})

it('says in its language what a cell is for and what was wrong with an entry', () => {
  const checks = wide?.dataValidations ?? []
  const whole = checks.filter(({ type }) => type === 'whole')
  expect(whole.length).toBeGreaterThan(10)
  for (const { errorMessage, inputMessage } of whole) {
    expect(errorMessage).toMatch(/\p{Script=Arabic}/u)
    expect(inputMessage).toMatch(/2021-06-30/)
  }
  const lists = checks.filter(({ type }) => type === 'list').map(({ formula1 }) => formula1)
  expect(new Set(lists)).toEqual(new Set(['waymark_yes_no', 'waymark_reasons']))
})

it('tints a total that women and men do not add up to', () => {
  const rules = wide?.conditionalRules ?? []
  expect(rules.length).toBeGreaterThan(3)
  expect(rules[0]?.formula).toEqual(
    expect.stringMatching(/^AND\(COUNT\(\$E3,\$G3,\$I3\)=3,\$E3\+\$G3<>\$I3\)$/),
  )
})

it('shows the value of the period before beside its cell', async () => {
  const bytes = await writeTemplate({
    ...order,
    language: 'en',
    lastValue: (place, element, cell) =>
      place === 'TUN-R1-01' && element === 'PP_SCREENED' && cell === '' ? 42 : null,
  })
  const rows = (await readXlsx(bytes ?? new Uint8Array())).sheets[1]?.rows ?? []
  const column = rows[1]?.indexOf('PP_SCREENED') ?? -1
  expect([rows[2]?.[2], rows[2]?.[column], rows[2]?.[column + 1]]).toEqual(['TUN-R1-01', null, 42])
})

it('has words in five languages, those of categories as on the pages', () => {
  for (const words of [templateWords, categoryWords])
    for (const [key, text] of Object.entries(words))
      expect([key, Object.keys(text)]).toEqual([key, [...languages]])
  for (const language of languages) {
    const page = JSON.parse(readFileSync(`web/i18n/messages/${language}/word.json`, 'utf8')) as Record<
      string,
      string
    >
    for (const [key, text] of Object.entries(categoryWords))
      expect([key, text[language]?.replace('°', '')]).toEqual([key, page[`cell.${key}`]])
  }
})

it('has a name for each sheet that office programs take', () => {
  for (const [key, text] of Object.entries(templateWords).filter(([key]) => key.startsWith('sheet.')))
    for (const name of Object.values(text))
      expect([key, name]).toEqual([key, expect.stringMatching(/^[^[\]:*?/\\]{1,32}$/)])
})
