import { describe, expect, it } from 'vitest'
import { brokenFiles } from '../../../../fixtures/broken/broken-files.ts'
import { fillTemplate } from '../../../../fixtures/broken/fill-template.ts'
import { caseLists } from '../../../../fixtures/lists/case-lists.ts'
import { countTables } from '../../../../fixtures/lists/count-tables.ts'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { countries } from '../../../../indicators/model/place.ts'
import { languages } from '../../../../indicators/model/text.ts'
import { ALL_FIGURES } from '../../../../pipelines/forms/template/layout.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { Unreadable } from '../../../../pipelines/stages/decode/unreadable.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'
import { findPersons } from '../../../../pipelines/stages/privacy/privacy-stop.ts'

const sources = loadSources(loadLogframe().elements)
const LISTS = 2000
const lists = caseLists(LISTS)
const missed = lists.filter(({ sheets }) => !findPersons(sheets, []))
const isNamed = ({ content }: { content: string }) =>
  ['full-name', 'initials', 'filiation', 'birth-date', 'identity'].includes(content)

describe(`of ${LISTS} invented lists in five languages`, () => {
  it('misses fewer than one in a hundred', () => {
    expect(missed.length / LISTS).toBeLessThan(0.01)
  })

  it('misses none with whole names, birth dates or identity numbers', () => {
    expect(
      missed.filter(isNamed).map(({ id, language, content, layout }) => [id, language, content, layout]),
    ).toEqual([])
  })

  it('misses fewer than one in fifty of any language', () => {
    for (const [language, some] of Map.groupBy(lists, (list) => list.language))
      expect([
        language,
        missed.filter((list) => list.language === language).length / some.length < 0.02,
      ]).toEqual([language, true])
  })

  it('repeats nothing of what it saw', () => {
    for (const { sheets, secrets } of lists) {
      const told = JSON.stringify(findPersons(sheets, []))
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
    }
  })
})

it('takes none of 1,050 harmless tables for a list of persons', () => {
  const taken = countTables(1050).flatMap(({ id, kind, language, sheets }) => {
    const found = findPersons(sheets, [])
    return found ? [{ id, kind, language, found }] : []
  })
  expect(taken).toEqual([])
})

it('takes no return with a mistake in it for a list of persons', async () => {
  for (const { id, bytes } of await brokenFiles()) {
    const sheets = await sheetsOf(bytes)
    expect([id, findPersons(sheets, []) !== null]).toEqual([id, id === 'case-list'])
  }
})

it.each(countries)('takes no form of %s for a list of persons, in any language', async (country) => {
  for (const language of languages) {
    const order = { country, language, quarter: '2021-Q4', report: ALL_FIGURES, sources }
    expect([language, findPersons(await sheetsOf(await fillTemplate(order, [])), [])]).toEqual([
      language,
      null,
    ])
  }
})

async function sheetsOf(bytes: Uint8Array) {
  try {
    return await decode(Buffer.from(bytes), null)
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}
