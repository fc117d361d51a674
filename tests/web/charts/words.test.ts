import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../indicators/model/text.ts'
import type { Chart, ChartTable } from '../../../web/charts/chart.ts'
import { gallery } from '../../../web/charts/gallery.ts'
import { summarise } from '../../../web/charts/summarise.ts'
import { tableOf } from '../../../web/charts/table-of.ts'
import { valueChart } from './arbitrary.ts'
import { contextIn, markedContext, markedNumbers } from './contexts.ts'

const english = contextIn('en')
const marked = markedContext()

/** Numbers of the table, how many rows it has, and how many of its cells read the same, are in one state or are provisional. */
function numbersOf(table: ChartTable): Set<string> {
  const cells = table.rows.flatMap((row) => row.cells)
  const tally = (keys: readonly (string | null)[]) =>
    Object.values(Object.groupBy(keys, String)).map((group) => String(group?.length))
  return new Set([
    ...cells.flatMap(({ text }) => markedNumbers(text)),
    String(table.rows.length),
    ...tally(cells.map(({ state }) => state)),
    ...tally(cells.map(({ text }) => text)),
    String(cells.filter(({ text }) => text.endsWith('[p]')).length),
  ])
}

const strangers = (chart: Chart) => {
  const known = numbersOf(tableOf(chart, marked))
  return markedNumbers(summarise(chart, marked)).filter((number) => !known.has(number))
}

describe('the summary', () => {
  it.each(gallery(marked).filter(({ name }) => name !== 'completeness'))(
    'of $name says only numbers of the table',
    ({ chart }) => {
      expect(markedNumbers(summarise(chart, marked)).length).toBeGreaterThan(0)
      expect(strangers(chart)).toEqual([])
    },
  )

  it('says only numbers of the table, whatever the chart shows', () => {
    fc.assert(
      fc.property(valueChart, (chart) => {
        expect(strangers(chart)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each(languages)('reads as approved in %s', async (language) => {
    const context = contextIn(language)
    const texts = gallery(context).map(({ name, chart }) => `${name}\n  ${summarise(chart, context)}\n`)
    await expect(texts.join('')).toMatchFileSnapshot(`../../golden/charts/summaries.${language}.txt`)
  })

  it.each(languages)('is short enough to be heard in %s', (language) => {
    const context = contextIn(language)
    const lengths = gallery(context).map(({ chart }) => summarise(chart, context).length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(700)
    expect(Math.min(...lengths)).toBeGreaterThan(40)
  })

  it('counts the quarters of each country that were complete, late or missing', () => {
    const chart = gallery(english).find(({ name }) => name === 'completeness')?.chart
    if (chart === undefined) throw new Error('no such example')
    expect(summarise(chart, english)).toContain(
      'Kazakhstan: all reports on time for 11 of 13 quarters; late 2. Tunisia: all reports on time for 3 of 13 quarters; late 9; incomplete 1.',
    )
  })

  it('leaves a sentence out where its number is not there', () => {
    const chart = gallery(english).find(({ name }) => name === 'trajectory-hidden')?.chart
    if (chart === undefined) throw new Error('no such example')
    expect(summarise(chart, english)).toBe(
      'Released people who used a service. 11 values are hidden to protect privacy.',
    )
  })
})

describe('the table', () => {
  it.each(gallery(english))('of $name has a cell for every column, the first a word', ({ chart }) => {
    const { columns, rows, caption } = tableOf(chart, english)
    expect(caption).toBe(chart.title)
    expect(rows.length).toBeGreaterThan(0)
    for (const { cells } of rows) {
      expect(cells).toHaveLength(columns.length)
      expect(cells[0]).toMatchObject({ state: null, raw: null })
    }
  })

  it('has a number only in cells that are observed, and a meaning for every mark', () => {
    fc.assert(
      fc.property(valueChart, (chart) => {
        const cells = tableOf(chart, english).rows.flatMap((row) => row.cells)
        expect(cells.filter(({ state, raw }) => raw !== null && state !== 'observed')).toEqual([])
        expect(cells.filter(({ text, note }) => /\[[a-z]\]$/.test(text) && note === undefined)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('holds the countries in the order of the programme, women before men', () => {
    const chart = gallery(english).find(({ name }) => name === 'small-multiples-sexes')?.chart
    if (chart?.kind !== 'small-multiples') throw new Error('no such example')
    const turned = { ...chart, facets: chart.facets.toReversed() }
    expect(tableOf(turned, english).columns.map(({ label }) => label)).toEqual([
      'Quarter',
      'Kazakhstan, Women',
      'Kazakhstan, Men',
      'Tunisia, Women',
      'Tunisia, Men',
      'Uganda, Women',
      'Uganda, Men',
    ])
  })

  it('leads where the row of the chart leads', () => {
    const chart = gallery(english).find(({ name }) => name === 'gender-gap')?.chart
    if (chart === undefined) throw new Error('no such example')
    const linked = tableOf(chart, english).rows.filter(({ href }) => href !== undefined)
    expect(linked.map(({ cells, href }) => [cells[0]?.text, href])).toEqual([
      ['People who complete the activity they joined', '/en/indicator/SO2.2'],
    ])
  })
})

describe('the messages', () => {
  const sources = (language: string): Record<string, string> =>
    JSON.parse(readFileSync(`web/i18n/messages/${language}/chart.json`, 'utf8'))
  const argumentsOf = (source: string) =>
    [...new Set([...source.matchAll(/\{(\w+)[},]/g)].map(([, name]) => name))]
      .filter((name) => name !== undefined)
      .sort()

  it.each(languages)('of %s are those of English, with the same arguments', (language) => {
    const own = sources(language)
    const original = sources('en')
    expect(Object.keys(own)).toEqual(Object.keys(original))
    for (const [key, source] of Object.entries(original)) {
      const extra = argumentsOf(own[key] ?? '').filter((name) => !/^(I|II|III|IV)$/.test(name))
      expect([key, extra]).toEqual([key, argumentsOf(source)])
    }
  })

  const categories = { en: 2, fr: 3, ru: 4, kk: 2, ar: 6 }
  it.each(languages)('of %s have a form for every kind of count', (language) => {
    const { t, format } = contextIn(language)
    for (const n of [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000, 1.5]) {
      const count = format.number(n, 1)
      expect(t('chart.summary.hidden', { n, count })).toContain(count)
    }
    const source = sources(language)['summary.hidden'] ?? ''
    expect(source.match(/\b(zero|one|two|few|many|other) \{/g)).toHaveLength(categories[language])
  })

  it('of Russian and Arabic agree with their counts', () => {
    const hidden = (language: 'ru' | 'ar', n: number) =>
      contextIn(language).t('chart.summary.hidden', { n, count: String(n) })
    expect([1, 2, 5, 21].map((n) => hidden('ru', n).split(' ').slice(0, 3).join(' '))).toEqual([
      '1 значение скрыто',
      '2 значения скрыты',
      '5 значений скрыто',
      '21 значение скрыто',
    ])
    expect(hidden('ar', 2)).toContain('قيمتان')
    expect(hidden('ar', 3)).toContain('قيم محجوبة')
    expect(hidden('ar', 11)).toContain('قيمة محجوبة')
  })
})
