import { describe, expect, it } from 'vitest'
import type { ProgrammeView } from '../../indicators/model/released.ts'
import { languages } from '../../indicators/model/text.ts'
import { changesPage } from '../../web/pages/changes-page.ts'
import { contextAt } from './example-context.ts'
import { exampleProgramme } from './example-release.ts'

const now = exampleProgramme()
const trained = now.indicators.find(({ code }) => code === 'OP1.2.1')
const seen = trained?.trend.find(
  ({ place, state, value }) => place === 'KAZ' && state === 'observed' && value,
)
if (!trained || !seen) throw new Error('the example release has staff trained in Kazakhstan')

/** The same programme with one indicator otherwise. */
const withTrained = (change: Partial<typeof trained>): ProgrammeView => ({
  ...now,
  release: { ...now.release, id: '2021-10-15.00000000' },
  indicators: now.indicators.map((one) => (one.id === trained.id ? { ...one, ...change } : one)),
})
const otherwise = (change: object) =>
  withTrained({ trend: trained.trend.map((value) => (value === seen ? { ...value, ...change } : value)) })

it('shows nothing where nothing is different, and says so of the first release', () => {
  expect(changesPage(contextAt('/en/changes'), now)).toMatchObject({ revised: [], newer: [] })
  expect(changesPage(contextAt('/en/changes'), null).heading).toMatch(/first release/)
})

it('gives a figure of the same quarter as it was and as it is', () => {
  const { revised, newer } = changesPage(
    contextAt('/en/changes'),
    otherwise({ value: (seen.value ?? 0) + 7 }),
  )
  expect([revised.length, newer.length]).toEqual([1, 0])
  const [{ was, is, place, quarter } = expect.fail()] = revised
  expect([place, was.text === is.text, was.href]).toEqual(['Kazakhstan', false, null])
  expect(quarter).toContain(seen.quarter.slice(0, 4))
})

it('knows what was withheld from what is missing, and from a number', () => {
  const states = (['suppressed', 'missing'] as const).map((state) => {
    const { revised } = changesPage(contextAt('/en/changes'), otherwise({ state, value: null }))
    return revised.map(({ was }) => was.text)
  })
  expect(states).toEqual([['[c]'], ['[x]']])
})

it('tells a later quarter from a figure that was revised', () => {
  const earlier = trained.latest.map((value) => ({ ...value, quarter: '2020-Q4' }))
  const { revised, newer } = changesPage(contextAt('/en/changes'), withTrained({ latest: earlier }))
  expect(revised).toEqual([])
  expect(newer.map(({ code }) => code)).toEqual(trained.latest.map(() => 'OP1.2.1'))
})

describe.each(languages)('in %s', (language) => {
  it('names the release it compares with', () => {
    const page = changesPage(contextAt(`/${language}/changes`), otherwise({ value: 1 }))
    expect(page.lead).toContain('2021-10-15.00000000')
  })
})
