import { describe, expect, it } from 'vitest'
import { Outline, type Report, type ReportChoice, type ReportTable } from '../../api/contract/report.ts'
import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { localeOf } from '../../web/i18n/locale.ts'
import { coded } from '../../web/pages/context.ts'
import { latestFigure } from '../../web/pages/indicator-row.ts'
import { makeReport } from '../../web/report/report.ts'
import { written } from '../../web/report/tables.ts'
import { contextAt } from './example-context.ts'
import { exampleProgramme, exampleSource } from './example-release.ts'

const source = exampleSource()
const programme = exampleProgramme()
const indicators = (await Promise.all(programme.indicators.map(({ id }) => source.indicator(id)))).filter(
  (view) => view !== null,
)
const asked = (language: Language, choice: Partial<ReportChoice> = {}) =>
  ({ language, programme, indicators, before: null, choice: { outline: 'interim', ...choice } }) as const
const tablesOf = ({ blocks }: Report) =>
  blocks.filter((block): block is ReportTable => block.kind === 'table')
const rowsIn = ({ groups }: ReportTable) => groups.flatMap(({ rows }) => rows)

describe.each(languages)('a report in %s', (language) => {
  const report = makeReport(asked(language))
  const tables = tablesOf(report)

  it('has rows as long as their head, and nowhere an empty cell', () => {
    expect(tables.length).toBeGreaterThan(8)
    for (const { head, groups } of tables)
      for (const row of groups.flatMap(({ rows }) => rows)) {
        expect(row).toHaveLength(head.length)
        expect(row.filter((text) => text.trim() === '')).toEqual([])
      }
  })

  it('gives in its logframe every latest value as the pages write it', () => {
    const annex = tables.filter(({ head }) => head.length === 11).flatMap(({ groups }) => groups)
    const context = contextAt(`/${language}/`)
    const judged = programme.indicators.filter(({ level }) => level !== 'context')
    expect(annex).toHaveLength(judged.length)
    for (const summary of judged)
      for (const [nth, place] of [PROGRAMME, ...countries].entries()) {
        const group = annex.find(({ heading }) => heading === coded(context, summary.code, summary.title))
        expect(group?.rows[nth]?.[4]).toContain(written(latestFigure(context, summary, place)))
      }
  })

  it('leaves to people what only they can say, and says which release it is', () => {
    const toWrite = report.blocks.filter((block) => block.kind === 'text' && block.as === 'write')
    expect(toWrite.length).toBeGreaterThan(5)
    expect(report.about.join()).toContain(programme.release.id)
    expect(report.foot).toContain(programme.release.id)
  })
})

it('tells of an internal report that it is not to be passed on', () => {
  const internal = { ...programme, release: { ...programme.release, edition: 'internal' as const } }
  const about = (of: typeof programme) => makeReport({ ...asked('en'), programme: of }).about
  expect(about(programme)).toContain('Public edition')
  expect(about(internal)).toContain(
    'Internal edition: it holds unprotected figures and is not to be passed on',
  )
})

describe.each(Outline.options)('the outline %s', (outline) => {
  it.each(languages)('is whole in %s', (language) => {
    const { blocks, title } = makeReport(asked(language, { outline, donor: 'unoct' }))
    expect(title).not.toBe('')
    expect(blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(1)
    for (const block of blocks) expect(JSON.stringify(block)).not.toMatch(/undefined|NaN|\{\w+\}/)
    for (const block of blocks) if (block.kind === 'picture') expect(block.alt.length).toBeGreaterThan(20)
  })
})

it('speaks of the countries and of the period asked for, and of no others', () => {
  const report = makeReport(asked('en', { countries: ['UGA'], from: '2020-Q4', to: '2021-Q1' }))
  expect(report.about).toContain('Uganda')
  const annex = tablesOf(report).find(({ head }) => head.length === 11)
  expect(new Set(annex && rowsIn(annex).map(([place]) => place))).toEqual(new Set(['Programme', 'Uganda']))
  const period = tablesOf(report).find(({ caption }) => caption.includes('Q4 2020 to Q1 2021'))
  expect(period?.caption).toContain('Uganda')
})

it('names a quarter once, and is of the last one where it is quarterly', () => {
  const [first] = makeReport(asked('en', { from: '2021-Q1', to: '2021-Q1' })).about
  expect(first).toBe('Q1 2021')
  const { about } = makeReport(asked('en', { outline: 'quarterly' }))
  expect(about).toContain(localeOf('en').format.quarter(programme.release.quarter))
  expect(tablesOf(makeReport(asked('en'))).filter(({ caption }) => caption.startsWith('Results, '))).toEqual(
    [],
  )
})

it('tells what a count grew by only where both of its ends are shown', () => {
  const [period] = tablesOf(makeReport(asked('en', { from: '2021-Q1', to: '2021-Q2' }))).filter(
    ({ caption }) => caption.startsWith('Results, '),
  )
  const rows = period ? rowsIn(period) : []
  const number = (text = '') => Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''))
  const grown = rows.filter(([, , , added]) => added !== '–')
  expect(grown.length).toBeGreaterThan(0)
  for (const [, before, after, added] of grown) {
    expect(number(after) - number(before)).toBe(number(added))
    expect(`${before}${after}`).not.toMatch(/\[/)
  }
  for (const [, before, after, added] of rows) if (/\[c\]/.test(`${before}${after}`)) expect(added).toBe('–')
})

it('names for each indicator where its figures come from and on what its target rests', () => {
  const table = tablesOf(makeReport(asked('en'))).find(({ head }) => head.includes('Source of verification'))
  expect(table && rowsIn(table)).toHaveLength(
    indicators.filter(({ indicator }) => indicator.level !== 'context').length,
  )
})
