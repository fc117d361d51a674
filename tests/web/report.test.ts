import { describe, expect, it } from 'vitest'
import type { ReportTable } from '../../api/contract/report.ts'
import { countries, PROGRAMME } from '../../indicators/model/place.ts'
import { languages } from '../../indicators/model/text.ts'
import { latestFigure } from '../../web/pages/indicator-row.ts'
import { makeReport } from '../../web/report/report.ts'
import { written } from '../../web/report/tables.ts'
import { contextAt } from './example-context.ts'
import { exampleProgramme } from './example-release.ts'

describe.each(languages)('a report in %s', (language) => {
  const programme = exampleProgramme()
  const report = makeReport({ language, programme })
  const tables = report.blocks.filter((block): block is ReportTable => block.kind === 'table')

  it('has rows as long as their head, and nowhere an empty cell', () => {
    expect(tables.length).toBeGreaterThan(8)
    for (const { head, groups } of tables)
      for (const row of groups.flatMap(({ rows }) => rows)) {
        expect(row).toHaveLength(head.length)
        expect(row.filter((text) => text.trim() === '')).toEqual([])
      }
  })

  it('gives in its logframe every latest value as the pages write it', () => {
    const annex = tables.at(-1)?.groups.flatMap(({ rows }) => rows) ?? []
    const context = contextAt(`/${language}/`)
    const indicators = programme.indicators.filter(({ level }) => level !== 'context')
    expect(annex).toHaveLength(4 * indicators.length)
    for (const summary of indicators)
      for (const [nth, place] of [PROGRAMME, ...countries].entries()) {
        const row = annex.filter(([name = '']) => name.startsWith(`${summary.code} `))[nth]
        expect(row?.[5]).toContain(written(latestFigure(context, summary, place)))
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
  const programme = exampleProgramme()
  const internal = { ...programme, release: { ...programme.release, edition: 'internal' as const } }
  const about = (of: typeof programme) => makeReport({ language: 'en', programme: of }).about[0]
  expect([about(programme), about(internal)]).toEqual([
    'Public edition',
    'Internal edition: it holds unprotected figures and is not to be passed on',
  ])
})
