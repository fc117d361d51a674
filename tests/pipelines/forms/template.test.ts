import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { editParts, type FormOrder, fillTemplate, typedInto } from '../../../fixtures/broken/fill-template.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { countries } from '../../../indicators/model/place.ts'
import { languages } from '../../../indicators/model/text.ts'
import { ALL_FIGURES, templateSheets } from '../../../pipelines/forms/template/layout.ts'
import { sheetName } from '../../../pipelines/forms/template/template-mapping.ts'
import { checkFile } from '../../../pipelines/stages/check-file.ts'
import { loadSources } from '../../../pipelines/stages/map/load-sources.ts'

const sources = loadSources(loadLogframe().elements)
const tunisian: FormOrder = {
  country: 'TUN',
  quarter: '2021-Q2',
  report: 'TUN-programme',
  language: 'ar',
  sources,
}
const read = async (bytes: Uint8Array, more: Partial<Parameters<typeof checkFile>[0]> = {}) => {
  const checked = await checkFile({
    name: 'a name of its own.xlsx',
    bytes: Buffer.from(bytes),
    sources,
    ...more,
  })
  return { ...checked, observations: checked.slices.flatMap(({ observations }) => observations) }
}
const said = ({ findings }: Awaited<ReturnType<typeof read>>) =>
  findings.filter(({ code }) => code !== 'cell-blank').map(({ code, at }) => [code, at.sheet, at.ref])

describe('a form', () => {
  it.each(languages.map((language, index) => ({ language, country: countries[index % 3] ?? 'TUN' })))(
    'of $country in $language, left empty, says that nothing was reported and never zero',
    async ({ country, language }) => {
      const order = { country, language, quarter: '2021-Q4', report: ALL_FIGURES, sources }
      const { observations, findings, refused, mapping } = await read(await fillTemplate(order, []))
      expect([refused, mapping?.id]).toEqual([false, ALL_FIGURES])
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['cell-blank']))
      const asked = templateSheets(order, sources).reduce(
        (n, one) => n + one.asked.length * (one.places.length || 1),
        0,
      )
      expect(observations.length).toBe(asked)
      expect(new Set(observations.map(({ state, value }) => `${state} ${value}`))).toEqual(
        new Set(['missing null']),
      )
    },
  )

  it('is read back exactly as it was filled in', async () => {
    const sheets = templateSheets(tunisian, sources)
    const slots = sheets.flatMap(({ asked, places, scope }) =>
      asked
        .filter(({ element }) => ['stock', 'flow', 'cumulative'].includes(element.kind))
        .flatMap(({ key, element, cell }) =>
          (scope === 'country' ? ['TUN'] : places.map(({ code }) => code)).map((place) => ({
            key,
            place,
            element: element.id,
            cell,
          })),
        ),
    )
    const filled = fc.uniqueArray(fc.record({ slot: fc.nat(slots.length - 1), value: fc.nat(9999) }), {
      selector: ({ slot }) => slot,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(filled, async (values) => {
        const typed = values.flatMap(({ slot, value }) => (slots[slot] ? [{ ...slots[slot], value }] : []))
        const { observations } = await read(await fillTemplate(tunisian, typed))
        const written = typed.map(({ place, element, cell, value }) => `${place} ${element} ${cell} ${value}`)
        const found = observations
          .filter(({ state }) => state === 'observed')
          .map(({ place, element, cell, value }) => `${place} ${element} ${cell} ${value}`)
        expect(found.sort()).toEqual(written.sort())
        expect(observations.length).toBe(
          sheets.reduce((n, one) => n + one.asked.length * (one.places.length || 1), 0),
        )
      }),
      { numRuns: 15 },
    )
  })

  it('knows yes, no, stages, zero and the periods of its own', async () => {
    const order: FormOrder = { ...tunisian, quarter: '2021-Q4', report: ALL_FIGURES, language: 'fr' }
    const { observations } = await read(
      await fillTemplate(order, [
        { place: 'TUN-R1-01', key: 'SEC_AUDIT_VALID', value: 'oui' },
        { place: 'TUN-R3-01', key: 'SEC_AUDIT_VALID', value: 'non' },
        { place: 'TUN', key: 'RNA_STATUS', value: 3 },
        { place: 'TUN-R1-01', key: 'PP_ADM', value: 0 },
        { place: 'TUN', key: 'COH6_N', value: 4 },
        { place: 'TUN', key: 'ALT_ELIG', value: 5 },
        { place: 'TUN', key: 'EXT_GTI', value: 4.5 },
      ]),
    )
    const values = observations
      .filter(({ state }) => state === 'observed')
      .map(({ place, element, value, periodStart }) => `${place} ${element} ${value} ${periodStart}`)
    expect(values.sort()).toEqual([
      'TUN ALT_ELIG 5 2021-01-01',
      'TUN COH6_N 4 2021-07-01',
      'TUN EXT_GTI 4.5 2021-01-01',
      'TUN RNA_STATUS 3 2021-10-01',
      'TUN-R1-01 PP_ADM 0 2021-10-01',
      'TUN-R1-01 SEC_AUDIT_VALID 1 2021-10-01',
      'TUN-R3-01 SEC_AUDIT_VALID 0 2021-10-01',
    ])
  })
})

describe('a reason for empty cells', () => {
  const order: FormOrder = { ...tunisian, report: 'TUN-population', language: 'en' }
  const [sheet] = templateSheets(order, sources)
  const column = 5 + (sheet?.asked.length ?? 0) * 2
  const withReason = async (word: string) => {
    const { refOf } = await import('../../../pipelines/stages/decode/sheet.ts')
    const bytes = await fillTemplate(order, [])
    return read(
      editParts(bytes, (name, xml) =>
        name === 'xl/worksheets/sheet2.xml' ? typedInto(xml, refOf(3, column), word) : xml,
      ),
    )
  }

  it('makes them not applicable or missing, and spares the warnings', async () => {
    const { observations, findings } = await withReason('not applicable')
    const first = observations.filter(({ place }) => place === sheet?.places[0]?.code)
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['not_applicable']))
    expect(findings.filter(({ at }) => at.ref.endsWith('3') && /^[A-Z]+3$/.test(at.ref))).toEqual([])
    const late = await withReason('late')
    expect(new Set(late.observations.map(({ state }) => state))).toEqual(new Set(['missing']))
  })

  it('that is not in the list is pointed out, and the cells stay missing', async () => {
    const told = await withReason('holiday')
    expect(said(told).map(([code]) => code)).toEqual(['reason-unknown'])
    expect(new Set(told.observations.map(({ state }) => state))).toEqual(new Set(['missing']))
  })
})

describe('a form is known under any name', () => {
  const form = fillTemplate(tunisian, [{ place: 'TUN-R1-01', key: 'PP_SCREENED', value: 3 }])

  it('and is said to be of another country or quarter than it was sent for', async () => {
    expect(said(await read(await form, { country: 'KAZ' }))).toEqual([['template-other-country', '', '']])
    expect(said(await read(await form, { quarter: '2021-Q3' }))).toEqual([['template-other-period', '', '']])
    expect(said(await read(await form, { country: 'TUN', quarter: '2021-Q2' }))).toEqual([])
  })

  it('and a row brought over from another period is named', async () => {
    const name = sheetName(templateSheets(tunisian, sources)[0] as never, tunisian)
    const moved = editParts(await form, (part, xml) =>
      part === 'xl/worksheets/sheet2.xml' ? typedInto(xml, 'D3', 'Q1 2021') : xml,
    )
    expect(said(await read(moved))).toEqual([['template-other-period', name, 'D3']])
  })

  it('and its mark, once tampered with, is no longer trusted', async () => {
    const codes = (await readXlsx(await form)).sheets.length
    const edited = (text: string) =>
      form.then((bytes) =>
        editParts(bytes, (part, xml) =>
          part === `xl/worksheets/sheet${codes}.xml` ? typedInto(xml, 'A1', text) : xml,
        ),
      )
    const broken = await read(await edited('waymark-template/1 TUN 2021-Q9 TUN-programme ar 000000000000'))
    expect([said(broken), broken.observations]).toEqual([[['template-changed', 'Codes', 'A1']], []])
    const old = await read(await edited('waymark-template/1 TUN 2021-Q2 TUN-programme ar 000000000000'))
    expect(said(old)).toEqual([['template-old', '', '']])
    expect(old.observations.some(({ value }) => value === 3)).toBe(true)
  })
})
