import { expect, it } from 'vitest'
import { languages } from '../../../indicators/model/text.ts'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'
import { Rule } from '../../../pipelines/rules/rule.ts'
import { rulesPage } from '../../../pipelines/rules/rules-page.ts'
import { cases } from './cases.ts'
import { elements } from './small-files.ts'

const { rules, messages } = loadRules()
const numbered = Array.from({ length: 44 }, (_, i) => `V${String(i + 1).padStart(2, '0')}`)

it('has all 44 rules and the screens for outliers, each once', () => {
  expect(rules.map(({ id }) => id)).toEqual(['O01', 'O02', 'O03', ...numbered])
})

it('has a passing, a failing and a skipped file for each rule that compares or adds up', () => {
  const checked = rules.filter(({ kind }) => kind === 'compare' || kind === 'parts')
  expect(Object.keys(cases).sort()).toEqual(checked.map(({ id }) => id))
  for (const rule of checked) {
    const failing = (cases[rule.id] ?? []).filter(({ fails }) => fails).map(({ check }) => check)
    const checks = rule.kind === 'compare' ? rule.checks.map((_, index) => index) : [0]
    expect([...new Set(failing)].sort(), rule.id).toEqual(checks)
  }
  const neverSkipped = checked.filter(({ id }) => !cases[id]?.some(({ skips }) => skips)).map(({ id }) => id)
  // These compare what is there with 0: nothing can be missing.
  expect(neverSkipped).toEqual(['V39', 'V40', 'V41'])
})

it('names only elements the logframe has', () => {
  const known = new Set(['EACH', ...elements.map(({ id }) => id)])
  const named = JSON.stringify(rules).matchAll(/"element":"(\w+)"/g)
  expect([...named].map(([, element]) => element).filter((element) => !known.has(element ?? ''))).toEqual([])
})

it('says everything in five languages, and marks Kazakh and Arabic as yet to be confirmed', () => {
  const texts = [JSON.stringify(rules), JSON.stringify(messages)].flatMap((json) => [
    ...json.matchAll(/\{"en":.*?"ar":"(?:[^"\\]|\\.)*"\}/g),
  ])
  expect(texts.length).toBeGreaterThan(50)
  for (const [text] of texts) {
    const said = JSON.parse(text) as Record<string, string>
    expect(Object.keys(said)).toEqual([...languages])
    expect(said.kk).toMatch(/°$/)
    expect(said.ar).toMatch(/°$/)
    expect(placeholders(said.fr)).toEqual(placeholders(said.en))
    for (const language of languages)
      expect(new Set(placeholders(said[language]))).toEqual(new Set(placeholders(said.en)))
  }
})

const placeholders = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

it('refuses a rule with a comparison, a policy or a field that does not exist', () => {
  const rule = rules.find(({ id }) => id === 'V06')
  expect(Rule.safeParse(rule).success).toBe(true)
  expect(Rule.safeParse({ ...rule, missing: 'ignore' }).success).toBe(false)
  expect(Rule.safeParse({ ...rule, note: 'x' }).success).toBe(false)
  expect(Rule.safeParse({ ...rule, checks: [{ left: ['A'], is: 'less', right: ['B'] }] }).success).toBe(false)
})

it('is listed in docs/rules.md as it stands', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../../docs/rules.md')
})
