import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countries } from '../../indicators/model/place.ts'
import type { IndicatorView } from '../../indicators/model/released.ts'
import { languages } from '../../indicators/model/text.ts'
import { type Axis, axes, measures } from '../../web/pages/address.ts'
import { chosenIndicators, explorePage, ROWS_AT_ONCE } from '../../web/pages/explore-page.ts'
import { figureOf } from '../../web/pages/figure.ts'
import { contextAt } from './example-context.ts'
import { exampleProgramme, exampleSource } from './example-release.ts'

const programme = exampleProgramme()
const source = exampleSource()
const views = new Map<string, IndicatorView>()
for (const { id } of programme.indicators) {
  const view = await source.indicator(id)
  if (view) views.set(id, view)
}
const codes = programme.indicators.map(({ code }) => code)

function explored(query: string, language = 'en') {
  const context = contextAt(`/${language}/explore?${query}`)
  const chosen = chosenIndicators(context).flatMap(({ id }) => views.get(id) ?? [])
  return { context, chosen, page: explorePage(context, chosen) }
}

const asked = fc.record({
  i: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 5 }),
  c: fc.uniqueArray(fc.constantFrom(...countries), { minLength: 1 }),
  rows: fc.constantFrom(...axes),
  cols: fc.constantFrom(...axes),
  split: fc.constantFrom('', 'sex', 'age', 'role'),
  level: fc.constantFrom('', 'region'),
})
const queryOf = (choice: object) =>
  new URLSearchParams(
    Object.entries(choice)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [key, String(value)]),
  ).toString()

it('shows figures of the edition as they stand there, and nothing else, however it is turned', () => {
  let seen = 0
  fc.assert(
    fc.property(asked, (choice) => {
      const { context, chosen, page } = explored(queryOf(choice))
      const published = new Map(
        chosen.flatMap(({ indicator, values }) =>
          values.map((value) => {
            const figure = figureOf(context, value, indicator)
            return [figure.href ?? '', figure] as const
          }),
        ),
      )
      for (const { figures } of page.table?.rows ?? [])
        for (const figure of figures) {
          if (figure.text === '–') continue
          seen += 1
          if (figure.state === 'observed') expect(figure).toEqual(published.get(figure.href ?? 'none'))
          else expect(figure.text).toMatch(/^\[[a-z]\]$/)
        }
    }),
    { numRuns: 200 },
  )
  expect(seen).toBeGreaterThan(1000)
})

it('is the same figures with rows and columns changed about', () => {
  const textsOf = (rows: Axis, cols: Axis) => {
    const { page } = explored(`i=OP1.2.1,GO.3&rows=${rows}&cols=${cols}&p=2020-Q1..2021-Q2`)
    return (page.table?.rows ?? [])
      .flatMap(({ figures }) => figures.map(({ text, href }) => `${href} ${text}`))
      .filter((text) => !text.endsWith('–'))
      .sort()
  }
  expect(textsOf('place', 'quarter')).toEqual(textsOf('quarter', 'place'))
  expect(textsOf('indicator', 'quarter')).toEqual(textsOf('place', 'indicator'))
  expect(textsOf('place', 'quarter').length).toBeGreaterThan(20)
})

it('leaves no row of a long table out, and shows none twice', () => {
  const query = `i=${codes.join(',')}&rows=quarter&cols=place`
  const parts: string[][] = []
  for (let part = 1; ; part += 1) {
    const { page } = explored(`${query}&page=${part}`)
    parts.push((page.table?.rows ?? []).map(({ labels }) => labels.join('|')))
    expect(parts.at(-1)?.length).toBeLessThanOrEqual(ROWS_AT_ONCE)
    if (!page.table?.parts?.after) break
  }
  const all = parts.flat()
  expect(parts.length).toBeGreaterThan(1)
  expect(new Set(all).size).toBe(all.length)
  expect(explored(`${query}&page=999`).page.table?.rows.length).toBe(parts.at(-1)?.length)
})

it.each(measures)('gives the %s a figure was made of, and keeps what is withheld withheld', (measure) => {
  const { page, chosen } = explored(`i=GO.3&m=${measure}&split=sex`)
  const withheld = chosen.flatMap(({ values }) => values).filter(({ state }) => state === 'suppressed')
  const texts = (page.table?.rows ?? []).flatMap(({ figures }) => figures.map(({ text }) => text))
  expect(texts.filter((text) => text === '[c]').length).toBe(withheld.length)
  expect(texts.some((text) => /\d/.test(text))).toBe(true)
})

it('takes a period from two fields in either order, and keeps its form in step with its address', () => {
  const { page } = explored('p=2021-Q1&p=2020-Q3&cols=part&rows=indicator&level=region')
  const chosen = (options: readonly { value: string; chosen: boolean }[]) =>
    options.filter((option) => option.chosen).map(({ value }) => value)
  expect([chosen(page.form.from), chosen(page.form.to)]).toEqual([['2020-Q3'], ['2021-Q1']])
  expect([chosen(page.form.rows), chosen(page.form.cols)]).toEqual([['indicator'], ['part']])
  expect(chosen(page.form.level)).toEqual(['region'])
})

it.each(languages)('says in %s where nothing is published of what was chosen', (language) => {
  expect(explored('p=1999-Q1..1999-Q2', language).page.table).toBeNull()
})

it('leaves open how many reported where the edition does not say it, and never calls that not applicable', () => {
  const of = (value: IndicatorView['values'][number]) => value.state === 'observed' && value.place !== 'ALL'
  const [view] = [...views.values()].filter(({ values }) => values.some(of))
  if (!view) return expect.unreachable()
  const silent = { ...view, values: view.values.filter(of).map((value) => ({ ...value, coverage: null })) }
  const { context } = explored(`i=${view.indicator.code}&m=coverage`)
  expect(explorePage(context, [silent]).table).toBeNull()
})
