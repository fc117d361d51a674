import { expect, it } from 'vitest'
import type { Finding } from '../../../indicators/model/finding.ts'
import { languages } from '../../../indicators/model/text.ts'
import { explainRule } from '../../../pipelines/rules/explain-rule.ts'
import { loadRules } from '../../../pipelines/rules/load-rules.ts'

const finding: Finding = {
  code: 'rule-v15',
  rule: 'V15',
  severity: 'error',
  at: { file: 'a.xlsx', sheet: 'S', ref: 'B2' },
  value: '1029',
  params: {
    check: 0,
    place: 'KAZ',
    placeName: 'Kazakhstan',
    period: '2021-Q2',
    cell: 'sex=female',
    left: 'DIS_COMPL + DIS_EXIT',
    right: 'DIS_PART@eve + DIS_ENROL',
    leftValue: 1029,
    rightValue: 28.5,
    cells: 'S!B2',
  },
}
const titles: Record<string, string> = {
  DIS_COMPL: 'Completed',
  DIS_EXIT: 'Left',
  DIS_PART: 'Taking part',
  DIS_ENROL: 'Enrolled',
}
const names = {
  element: (code: string) => ({ en: titles[code] ?? code, kk: `${code}°` }),
  cell: (cell: string) => (cell === 'sex=female' ? 'women' : cell),
}

it('says where, what against what, and what to do', () => {
  expect(explainRule(finding, 'en', names)).toEqual({
    title: 'No more people complete or leave than took part or enrolled',
    message:
      'Kazakhstan, 2021-Q2, women: Completed + Left: 1,029. Taking part (before the period) + Enrolled: 28.5. ' +
      'The first cannot be more than the second. Correct the wrong figure.',
    language: 'en',
    confirmed: true,
  })
})

it('uses codes where nobody says what they mean', () => {
  expect(explainRule(finding, 'fr').message).toMatch(/DIS_COMPL \+ DIS_EXIT : 1\s029\./)
})

it('speaks five languages and says where wording is yet to be confirmed, with no mark left in the text', () => {
  const said = languages.map((language) => explainRule(finding, language, names))
  expect(said.map(({ language }) => language)).toEqual([...languages])
  expect(said.map(({ confirmed }) => confirmed)).toEqual([true, true, true, false, false])
  expect(new Set(said.map(({ title }) => title)).size).toBe(5)
  for (const { title, message } of said) expect(title + message).not.toMatch(/[°{}]/)
})

it('has the sentence of the check that failed', () => {
  const fell = { ...finding, code: 'rule-v28', rule: 'V28', params: { ...finding.params, check: 1 } }
  expect(explainRule(fell, 'en').message).toContain('A running total never falls')
})

it('leaves no placeholder open in any sentence of any rule', () => {
  const params = { ...finding.params, low: 1, high: 2 }
  for (const rule of loadRules().rules)
    for (const check of rule.kind === 'compare' ? rule.checks.keys() : [0]) {
      const one = { ...finding, rule: rule.id, params: { ...params, check } }
      for (const language of languages) expect(explainRule(one, language).message).not.toMatch(/[{}°]/)
    }
})

it('refuses a finding of no rule', () => {
  expect(() => explainRule({ ...finding, rule: 'V99' }, 'en')).toThrow('No rule V99')
})
