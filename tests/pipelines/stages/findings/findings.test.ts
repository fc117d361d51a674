import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brokenFiles } from '../../../../fixtures/broken/broken-files.ts'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { languages } from '../../../../indicators/model/text.ts'
import { checkFile } from '../../../../pipelines/stages/check-file.ts'
import {
  explainFinding,
  findingCatalogue,
  findingCodes,
} from '../../../../pipelines/stages/findings/findings.ts'
import { findingsPage } from '../../../../pipelines/stages/findings/findings-page.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'
import { personKinds } from '../../../../pipelines/stages/privacy/words/header-words.ts'

const rowOf = (ref: string) => ref.replace(/\D/g, '')
const broken = await brokenFiles()
const sources = loadSources(loadLogframe().elements)

it.each(findingCodes)('%s has a page', (code) => {
  expect(readFileSync(`docs/findings/${code}.md`, 'utf8')).toContain(`# ${code}`)
})

it('has an index of the pages, as the catalogue stands', async () => {
  await expect(findingsPage()).toMatchFileSnapshot('../../../../docs/findings/README.md')
})

it.each(findingCodes)('the page of %s quotes what the sender is told, as it stands', (code) => {
  expect(readFileSync(`docs/findings/${code}.md`, 'utf8')).toContain(`> ${findingCatalogue[code].message.en}`)
})

it('has no page for a code that does not exist', () => {
  const pages = readdirSync('docs/findings')
    .map((name) => name.replace(/\.md$/, ''))
    .filter((name) => name !== 'README')
  expect(pages.filter((page) => !(findingCodes as readonly string[]).includes(page))).toEqual([])
})

it('tells every finding in five languages with the same fields', () => {
  for (const [code, { message }] of Object.entries(findingCatalogue)) {
    const fields = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const language of languages)
      expect([code, language, fields(message[language])]).toEqual([code, language, fields(message.en)])
  }
})

it('words every kind of personal data in five languages', () => {
  const { words = {} } = findingCatalogue['personal-data']
  expect(Object.keys(words)).toEqual([...personKinds])
  for (const text of Object.values(words)) expect(Object.keys(text)).toEqual([...languages])
})

describe('a file with one thing wrong', () => {
  const expected: Record<string, string | null> = {
    'text-in-number': 'number-unreadable',
    'negative-count': 'number-negative',
    'part-of-a-person': 'number-not-whole',
    'women-and-men-not-total': null,
    'more-women-than-people': null,
    'subtotal-not-the-sum': 'total-differs',
    'unknown-facility': 'place-unknown',
    'facility-twice': 'value-twice',
    'closed-facility': 'place-not-open',
    'missing-column': 'column-missing',
    'renamed-column': 'column-unmapped',
    'wrong-quarter': 'period-unreadable',
    'case-list': 'personal-data',
    'not-a-workbook': 'file-kind-unknown',
    'empty-file': 'file-empty',
  }

  it.each(broken)('$id is found where it stands', async ({ id, name, country, bytes, at }) => {
    const { findings, refused } = await checkFile({ name, bytes: Buffer.from(bytes), country, sources })
    const code = expected[id]
    expect(expected).toHaveProperty(id)
    if (code === null) return expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = findings.find((finding) => finding.code === code)
    expect(found).toBeDefined()
    if (found && at && !['column-missing', 'period-unreadable', 'personal-data'].includes(code ?? ''))
      expect([found.at.sheet, rowOf(found.at.ref)]).toEqual([at.sheet, rowOf(at.ref)])
    expect(refused).toBe(code === 'personal-data')
    for (const language of languages) expect(found && explainFinding(found, language)).not.toMatch(/[{}°]/)
  })
})
