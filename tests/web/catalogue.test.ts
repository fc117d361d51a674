import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, it } from 'vitest'
import { dimensions } from '../../indicators/model/breakdown.ts'
import { statuses } from '../../indicators/model/released.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import { valueStates } from '../../indicators/model/value-state.ts'
import type { MessageKey } from '../../web/i18n/catalogue.ts'
import { messageModule } from '../../web/i18n/compile.ts'
import { localeOf } from '../../web/i18n/locale.ts'
import { locales } from '../../web/i18n/locales.ts'

const folder = 'web/i18n/messages'
const areas = readdirSync(join(folder, 'en')).map((name) => name.replace('.json', ''))
const read = (language: Language, area: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8'))
const argumentsOf = (source: string) =>
  [...source.matchAll(/\{\s*([a-z]\w*)\s*[,}]/g)].map(([, name]) => name)
const each = languages.flatMap((language) => areas.map((area) => ({ language, area })))

it.each(each)('$language has every message of $area and no other', ({ language, area }) => {
  expect(Object.keys(read(language, area)).sort()).toEqual(Object.keys(read('en', area)).sort())
})

it.each(each)('$language asks in $area for no argument that English does not name', ({ language, area }) => {
  const english = read('en', area)
  const strangers = Object.entries(read(language, area)).filter(([key, source]) =>
    argumentsOf(source).some((name) => !argumentsOf(english[key] ?? '').includes(name)),
  )
  expect(strangers).toEqual([])
})

/** The forms of one plural: its keywords, read to the closing brace. */
function pluralForms(source: string): string[][] {
  return [...source.matchAll(/,\s*plural\s*,/g)].map(({ index }) => {
    const forms: string[] = []
    let depth = 1
    let at = source.indexOf(',', source.indexOf('plural', index)) + 1
    for (let word = ''; depth > 0 && at < source.length; at++) {
      const letter = source[at] ?? ''
      if (letter === '{' && depth++ === 1) forms.push(word.trim())
      if (letter === '}') depth--
      word = depth === 1 && letter !== '}' ? word + letter : ''
    }
    return forms
  })
}

it.each(each)('$language has every plural form its numbers need in $area', ({ language, area }) => {
  const needed = new Intl.PluralRules(locales[language].tag).resolvedOptions().pluralCategories
  const poor = Object.entries(read(language, area)).filter(([, source]) =>
    pluralForms(source).some((forms) => needed.some((category) => !forms.includes(category))),
  )
  expect(poor.map(([key]) => key)).toEqual([])
})

it('reads plural forms', () => {
  expect(pluralForms('{n, plural, =0 {a} one {b {c}} other {d}} {k, plural, few{x} other {y}}')).toEqual([
    ['=0', 'one', 'other'],
    ['few', 'other'],
  ])
})

it.each(languages)('%s says every status, state and category', (language) => {
  const { t } = localeOf(language)
  const keys = [
    ...statuses.flatMap((status) => [`word.status.${status}`, `methods.status.${status}`]),
    ...valueStates.flatMap((state) => [`word.state.${state}`, `methods.state.${state}`]),
    ...Object.entries(dimensions).flatMap(([dimension, categories]) => [
      `word.dimension.${dimension}`,
      ...categories.map((category) => `word.cell.${dimension}.${category}`),
    ]),
  ]
  for (const key of keys) expect(t(key as MessageKey).length, key).toBeGreaterThan(0)
})

it('tells in five languages how many values are hidden, at every kind of number', () => {
  for (const language of languages) {
    const { t } = localeOf(language)
    for (const n of [1, 2, 3, 5, 11, 21, 100, 101, 1_000_000]) {
      expect(t('page.summary.hidden', { n }), `${language} ${n}`).not.toContain('{')
    }
  }
  expect(localeOf('ru').t('page.summary.hidden', { n: 21 })).toContain('21 значение')
  expect(localeOf('ar').t('page.summary.hidden', { n: 2 })).toContain('قيمتان')
})

it('isolates what is put into a right-to-left sentence, and only there', () => {
  const args = { code: 'OP1.2.1', name: 'Staff' }
  expect(localeOf('en').t('page.coded', args)).toBe('OP1.2.1 Staff')
  expect(localeOf('ar').t('page.coded', args)).toBe('\u200f\u2068OP1.2.1\u2069 \u2068Staff\u2069')
})

it('compiles a catalogue to a module that needs the runtime alone', () => {
  const source = messageModule({ hidden: '{n, plural, one {# value} other {# values}}' }, 'en')
  expect([...source.matchAll(/from "([^"]+)"/g)].map(([, name]) => name)).toEqual([
    '@messageformat/runtime',
    '@messageformat/runtime/lib/cardinals',
  ])
})

it('refuses a message it does not have', () => {
  expect(() => localeOf('en').t('page.nothing' as MessageKey)).toThrow('no message page.nothing in en')
})
