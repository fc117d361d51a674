import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { quarterOf } from '../../../../indicators/model/period.ts'
import { IndicatorView, ProgrammeView } from '../../../../indicators/model/released.ts'
import { text } from '../../../../indicators/release/exports/xml.ts'
import { CANARY, smallRelease } from '../small-release.ts'

xmlRegisterFsInputProviders()
const schema = XmlDocument.fromBuffer(readFileSync('tests/standards/iati/iati-activities-schema.xsd'), {
  url: 'tests/standards/iati/iati-activities-schema.xsd',
})
const validator = XsdValidator.fromDoc(schema)
const { folder } = await smallRelease()
const documents: XmlDocument[] = []
afterAll(() => {
  for (const document of [...documents, schema]) document.dispose()
  validator.dispose()
})

function read(edition: string, name: string) {
  const document = XmlDocument.fromBuffer(readFileSync(join(folder, edition, name)))
  documents.push(document)
  return document
}
const countOf = (document: XmlDocument, path: string) => document.find(path).length
const attributes = (document: XmlDocument, path: string) => document.find(path).map(({ content }) => content)

describe.each(['public', 'internal'])('the IATI files of the %s edition', (edition) => {
  const full = read(edition, 'iati.xml')
  const nl = read(edition, 'iati-nl.xml')
  const { indicators } = ProgrammeView.parse(
    JSON.parse(readFileSync(join(folder, edition, 'programme.json'), 'utf8')),
  )
  const trained = IndicatorView.parse(
    JSON.parse(readFileSync(join(folder, edition, 'indicators/staff-trained.json'), 'utf8')),
  )

  it.each([
    ['full', full],
    ['nl', nl],
  ])('is valid by the schema of IATI 2.03 (%s)', (_, document) => {
    expect(() => validator.validate(document)).not.toThrow()
    expect(countOf(document, '//indicator')).toBeGreaterThan(0)
  })

  it('has a number in every value, and no actual of a quarter without a published figure', () => {
    for (const document of [full, nl])
      for (const value of attributes(document, '//result//@value[not(parent::dimension)]'))
        expect(value).toMatch(/^-?\d+(\.\d{1,4})?$/)
    const own = `//indicator[contains(description/narrative, '${trained.indicator.code}. ')]`
    const days = attributes(full, `${own}/period[actual]/period-end/@iso-date`)
    const observed = trained.values.filter(({ value }) => value !== null).map(({ quarter }) => quarter)
    expect(days.length).toBeGreaterThan(0)
    expect(days.filter((day) => !observed.includes(quarterOf(day)))).toEqual([])
    const wanted = trained.values.filter(
      ({ quarter, place, cell, value }) =>
        value !== null &&
        days.some((day) => quarterOf(day) === quarter) &&
        place.split('-').length === 1 &&
        (cell === '' || /^sex=\w+$/.test(cell)),
    )
    expect(countOf(full, `${own}/period/actual`)).toBe(wanted.length)
  })

  it('says parts as dimensions and countries as declared locations in the full profile', () => {
    const declared = attributes(full, '//iati-activity/location/@ref')
    const used = attributes(full, '//actual/location/@ref')
    expect(new Set(used)).toEqual(new Set(declared))
    expect(new Set(attributes(full, '//actual/dimension/@name'))).toEqual(new Set(['sex']))
  })

  it('has bare numbers and an indicator for each sex in the profile of the Netherlands', () => {
    expect(countOf(nl, '//result//dimension | //result//location | //result//document-link')).toBe(0)
    const titles = attributes(nl, '//indicator/title/narrative[not(@xml:lang)]')
    expect(titles).toContain(trained.indicator.title.en)
    expect(titles).toContain(`${trained.indicator.title.en}: women`)
    expect(countOf(nl, '//period[count(actual) > 1 or count(target) > 1]')).toBe(0)
  })

  it('marks what adds up on results and indicators alike', () => {
    for (const document of [full, nl])
      expect(countOf(document, '//indicator[not(@aggregation-status = ../@aggregation-status)]')).toBe(0)
  })

  it('leaves out what is told in words alone, and context series', () => {
    const codes = attributes(full, '//indicator/description/narrative').map((words) => words.split('. ')[0])
    const told = indicators.filter(({ unit, level }) => unit === 'qualitative' || level === 'context')
    expect(told.length).toBeGreaterThan(0)
    expect(codes.filter((code) => told.some((one) => one.code === code))).toEqual([])
  })

  it('says that the figures are invented', () => {
    expect(attributes(full, '//iati-activity/description/narrative')[0]).toContain(
      'invented for demonstration',
    )
  })
})

it('shows no small number that the public edition withholds', () => {
  const values = attributes(read('public', 'iati.xml'), '//actual/@value')
  expect(values.length).toBeGreaterThan(0)
  expect(values).not.toContain(String(CANARY))
})

it('writes text that no reader takes for markup', () => {
  expect(text('a <b> & "c" \u0000\ud800\uffff')).toBe('a &lt;b&gt; &amp; &quot;c&quot; \ufffd\ufffd\ufffd')
})
