import { describe, expect, it } from 'vitest'
import { languages } from '../../indicators/model/text.ts'
import { indicatorPage } from '../../web/pages/indicator-page.ts'
import { renderPage } from '../../web/server.tsx'
import { contextAt } from './example-context.ts'
import { exampleIndicatorView, exampleSource } from './example-release.ts'

const view = exampleIndicatorView('op1-2-5')
if (!view) throw new Error('the example release has OP1.2.5')
const assets = { script: '/assets/client.js', style: 'p{margin:0}', preload: [] }
const pageAt = (query = '', language = 'en') =>
  indicatorPage(contextAt(`/${language}/indicator/OP1.2.5${query}`), view, null)

describe('an indicator whose definition changed', () => {
  it('says since when, what and why, and the same of its plans, the oldest first', () => {
    const [definition, plan, ...others] = pageAt().history
    expect(others).toEqual([])
    expect(definition?.heading).toBe('Version 2 of the definition, since 1 January 2021')
    expect(definition?.reason.text).toBe('Whoever took two courses was counted twice')
    expect(definition?.rows.map(({ label, was, is }) => [label, was.text, is.text])).toEqual([
      [
        'Computation',
        '100 × participations of women ÷ participations',
        '100 × the first count ÷ the second count',
      ],
      ['Formula', 'PART_F ÷ PART', 'AAA ÷ BBB'],
      ['Period covered', 'one quarter', 'since the start of the programme'],
    ])
    expect(plan?.heading).toBe('Plan of Kazakhstan, since 1 January 2022')
    expect(plan?.rows.map(({ label }) => label)).toEqual(['Target'])
    expect(plan?.rows[0]?.is.text).toContain('31 December 2022')
  })

  it('marks the first quarter of the new definition in the table and in the charts', () => {
    const { values, trajectory, countries } = pageAt()
    const marked = values.rows.filter(({ note }) => note !== null)
    expect(marked.map(({ quarter }) => quarter)).toEqual(['Q1 2021 [b]'])
    expect(marked[0]?.note).toContain('version 2')
    for (const frame of [trajectory, countries])
      expect(frame?.chart).toMatchObject({ breaks: [{ quarter: '2021-Q1', version: 2 }] })
  })

  it('is shown as it was defined and planned in a quarter before', () => {
    const before = pageAt('?p=2020-Q4')
    expect(before.computation.text).toBe('100 × participations of women ÷ participations')
    expect(pageAt().computation.text).toBe('100 × the first count ÷ the second count')
    const targetAt = (query: string) => {
      const chart = pageAt(query).countries?.chart
      if (chart?.kind !== 'small-multiples') throw new Error('countries stand side by side')
      return chart.facets.find(({ country }) => country === 'KAZ')?.target ?? 0
    }
    expect(targetAt('')).toBeCloseTo(targetAt('?p=2021-Q4') * 1.1, 9)
  })

  it.each(languages)('reads so on the page in %s', async (language) => {
    const url = new URL(`http://localhost/${language}/indicator/OP1.2.5`)
    const { html } = await renderPage({ url, source: exampleSource(), assets, viewer: null })
    expect(html).toContain('id="history"')
    expect(html).toContain('[b]')
    expect(html).not.toMatch(/\{(version|date|place|quarter|value)\}/)
  })
})

it('says nothing of changes where there were none', () => {
  const other = exampleIndicatorView('op1-2-3')
  if (!other) throw new Error('the example release has OP1.2.3')
  expect(indicatorPage(contextAt('/en/indicator/OP1.2.3'), other, null).history).toEqual([])
})
