import { expect, it } from 'vitest'
import type { ToldFinding } from '../../../api/contract/check-file.ts'
import { languages } from '../../../indicators/model/text.ts'
import { differenceWords } from '../../../web/check/differences.tsx'
import { groupFindings, spotOf } from '../../../web/check/group-findings.ts'
import { checkWords, filled } from '../../../web/check/words.ts'
import { localeOf } from '../../../web/i18n/locale.ts'
import english from '../../../web/i18n/messages/en/check.json'
import { checkWordsIn } from '../../../web/pages/check-words.ts'

const finding = (code: string, severity: ToldFinding['severity'], cell: string): ToldFinding => ({
  ...{ code, severity, cell, file: 'a.xlsx', sheet: 'Data', value: 'x', message: 'm' },
})
it('names every sentence there is, and no other', () => {
  expect([...checkWords].sort()).toEqual(Object.keys(english).sort())
})

it.each(languages)('has in %s the holes that are filled, with nothing else left open', (language) => {
  const { says } = checkWordsIn(localeOf(language), false)
  const holesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const word of checkWords) expect([word, holesOf(says[word])]).toEqual([word, holesOf(english[word])])
})

it('fills holes once: what is put in is not filled again', () => {
  expect(filled('{file} has {n}', { file: '{n}', n: 2 })).toBe('{n} has 2')
  expect(filled('{file}', {})).toBe('')
})

it('puts together what is mended in the same way, errors first, the most first', () => {
  const repairs = groupFindings([
    finding('b-note', 'info', 'A1'),
    finding('one', 'error', 'A2'),
    finding('many', 'error', 'A3'),
    finding('many', 'error', 'A4'),
    finding('warn', 'warning', 'A5'),
  ])
  expect(repairs.map(({ code, findings }) => [code, findings.length])).toEqual([
    ['many', 2],
    ['one', 1],
    ['warn', 1],
    ['b-note', 1],
  ])
})

it('says where a finding stands, in a file with sheets and in one without', () => {
  expect(
    [
      { sheet: 'Data', cell: 'C7' },
      { sheet: '', cell: 'C7' },
      { sheet: '', cell: '' },
    ].map(spotOf),
  ).toEqual(['Data!C7', 'C7', ''])
})

it('says of a difference which value it is, what it was and what it is', () => {
  const words = checkWordsIn(localeOf('en'), false)
  const one = {
    ...{ kind: 'changed' as const, suspicious: true, element: 'PP_STOCK', title: 'Prisoners' },
    ...{ place: 'UGA-R1', placeName: 'Central', cell: 'sex=female', quarter: '2021-Q2' as const },
    ...{ was: 15, now: 'missing' as const, sheet: '', ref: 'C3' },
  }
  expect(differenceWords(one, words)).toBe(
    'Prisoners · women · Central · 2021-Q2: was 15, now not reported (look at this one)',
  )
})
