import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem, problemCodes, tellProblem } from '../../api/services/problem.ts'
import { explainingProblems } from '../../api/services/problems/explaining.ts'
import { readingProblems } from '../../api/services/problems/reading.ts'
import { sendingProblems } from '../../api/services/problems/sending.ts'
import { type Language, languages } from '../../indicators/model/text.ts'

it('has a page for each code, and no other page', () => {
  expect(readdirSync('docs/problems').sort()).toEqual(problemCodes.map((code) => `${code}.md`).sort())
})

it.each(problemCodes)('the page of %s names it and says what to do', (code) => {
  const page = readFileSync(`docs/problems/${code}.md`, 'utf8')
  expect(page).toContain(`\`${code}\`, status `)
  expect(page).toMatch(/\*\*What it means\.\*\* \S.+/)
  expect(page).toMatch(/\*\*What to do\.\*\* \S.+/)
})

const forEveryone = Object.entries({ ...readingProblems, ...explainingProblems, ...sendingProblems })

describe.each(forEveryone)('%s', (_code, { title, detail }) => {
  it.each(languages)('is told in %s with the same places to fill', (language: Language) => {
    const placesOf = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort()
    expect(title[language]).toBeTruthy()
    expect(placesOf(detail[language])).toEqual(placesOf(detail.en))
  })
})

it('fills in what it is about and drops the marks of unconfirmed wording', () => {
  const problem = new Problem('no-such-indicator', { id: 'staff-trained', known: 'staff' })
  expect(problem.message).toContain('staff-trained')
  const told = tellProblem(problem, 'kk')
  expect(told.language).toBe('kk')
  expect(told.detail).toContain('staff-trained')
  expect(told.title + told.detail).not.toContain('°')
})

it('falls back to English and says so', () => {
  expect(tellProblem(new Problem('port-in-use', { port: 8080 }), 'fr')).toMatchObject({
    language: 'en',
    title: 'The port is taken',
  })
})
