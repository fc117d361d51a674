import { describe, expect, it } from 'vitest'
import { loadUpdates } from '../../indicators/logframe/load-updates.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { languages, localise, Text } from '../../indicators/model/text.ts'

const logframe = loadLogframe()

describe('words', () => {
  const textsIn = (value: unknown): Text[] => {
    const text = Text.safeParse(value)
    if (text.success) return [text.data]
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
  }
  const titles: Text[] = [
    ...textsIn(logframe.chain),
    ...logframe.elements.map(({ title }) => title),
    ...logframe.indicators.map(({ title }) => title),
    ...logframe.indicators.flatMap(({ formula }) => (formula.kind === 'ordinal' ? formula.levels : [])),
    ...logframe.indicators.flatMap(({ earlier = [] }) => earlier.map(({ reason }) => reason)),
    ...Object.values(logframe.plans).flatMap((plans) =>
      plans.flatMap(({ revisions = [] }) => revisions.map(({ reason }) => reason)),
    ),
    ...loadUpdates().map(({ fact }) => fact),
  ]

  it.each(languages)('name everything in %s', (language) => {
    expect(titles.length).toBeGreaterThan(190)
    expect(titles.filter((title) => localise(title, language).language !== language)).toEqual([])
  })

  it('say in the reader’s language or fall back to English and tell', () => {
    for (const { definition, computation } of logframe.indicators)
      for (const text of [definition, computation]) {
        expect(localise(text, 'fr').language).toBe('fr')
        expect(localise(text, 'kk')).toMatchObject({ text: text.en, language: 'en' })
      }
  })

  it('mark unconfirmed wording with a sign the reader does not see', () => {
    const unconfirmed = titles.filter((title) => !localise(title, 'kk').confirmed)
    expect(unconfirmed.length).toBeGreaterThan(100)
    expect(unconfirmed.map((title) => localise(title, 'kk').text).join()).not.toContain('°')
    expect(
      titles.filter((title) => !localise(title, 'en').confirmed || !localise(title, 'fr').confirmed),
    ).toEqual([])
  })

  it('never call a person by the group', () => {
    const english = titles.map(({ en }) => en).join('\n')
    expect(english).not.toMatch(/\bextremists\b|\bterrorists\b|\binmates?\b/i)
  })
})

describe('updates', () => {
  it('are 24 public events in order of date, each at the precision known', () => {
    const dates = loadUpdates().map(({ date }) => date)
    expect(dates).toHaveLength(24)
    expect([...dates].sort()).toEqual(dates)
    expect(dates).toContain('2018-12')
    expect(dates).toContain('2020')
    expect(dates).toContain('2019-06-18')
  })

  it('carry where they were published', () => {
    expect(loadUpdates().filter(({ source }) => !source)).toEqual([])
  })
})
