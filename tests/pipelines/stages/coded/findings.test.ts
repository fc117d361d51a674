import { describe, expect, it } from 'vitest'
import { languages } from '../../../../indicators/model/text.ts'
import { explainFinding } from '../../../../pipelines/stages/findings/findings.ts'
import { checkText, codesOf, dhis2, sdmx, sdmxRow } from './coded-sources.ts'

describe('a message with one thing wrong', () => {
  it.each([
    ['code-unknown', dhis2({ dataElement: 'people1234X' })],
    ['code-ignored', dhis2({}, { dataElement: 'MALARIA' })],
    ['place-unknown', dhis2({}, { orgUnit: 'nowhere1234', period: '2021Q2' })],
    ['period-code-wrong', dhis2({ period: '2021W5' })],
    ['period-not-fitting', dhis2({ period: '202101' })],
    ['combo-unknown', dhis2({ categoryOptionCombo: 'children123' })],
    ['attribute-unknown', dhis2({ attributeOptionCombo: 'otherdonor1' })],
    ['structure-unknown', dhis2({ dataSet: 'malaria1234' })],
    ['number-unreadable', dhis2({ value: 'twelve' })],
    ['number-not-whole', dhis2({ value: '1.5' })],
    ['number-negative', dhis2({ value: '-1' })],
    ['answer-unreadable', dhis2({ dataElement: 'team1234567', value: 'not true' })],
    ['stage-unknown', dhis2({ dataElement: 'stage123456', value: '9' })],
    ['value-twice', dhis2({}, { value: '13' })],
    ['place-not-open', dhis2({ orgUnit: 'Beta' })],
    ['place-too-coarse', dhis2({ orgUnit: 'UGA-R1' })],
    ['place-too-fine', dhis2({ dataElement: 'LAWS' })],
    ['cell-blank', dhis2({ value: '' })],
    ['follow-up-open', dhis2({ followup: true })],
    ['message-damaged', '{"dataValues":[{"dataElement":'],
    ['message-damaged', '{"dataElements":[]}'],
    ['message-damaged', '<dataValueSet><dataValue></dataValueSet>'],
    ['message-damaged', '<!DOCTYPE x [<!ENTITY a "b">]><dataValueSet/>'],
    ['message-empty', '{"dataValues":[]}'],
    ['message-empty', '<dataValueSet dataSet="x"></dataValueSet>'],
    ['message-empty', sdmx()],
    ['country-needed', dhis2({ orgUnit: 'nowhere1234' })],
    ['action-unknown', sdmx(sdmxRow({ action: 'X' }))],
    ['deletion-too-wide', sdmx(sdmxRow({ action: 'D', sex: '' }))],
    ['unit-multiplied', sdmx(sdmxRow({ unit: '3' }))],
    ['status-unknown', sdmx(sdmxRow({ status: 'F' }))],
    ['status-contradicts', sdmx(sdmxRow({ status: 'Q' }))],
    ['message-refused', sdmx(sdmxRow(), sdmxRow({ sex: 'F', value: 'x' }))],
    ['column-unmapped', sdmx(sdmxRow()).replace('SEX', 'PLANET')],
  ])('is told %s', async (code, text) => {
    const { findings } = await checkText(text)
    const found = findings.find((finding) => finding.code === code)
    expect(findings.map((finding) => finding.code)).toContain(code)
    for (const language of languages) expect(found && explainFinding(found, language)).not.toMatch(/[{}]/)
  })

  it('keeps figures of a restricted element of the whole country apart from single stations', async () => {
    const text = dhis2({ dataElement: 'PEOPLE', orgUnit: 'UGA' })
    expect(await codesOf(text)).toContain('place-too-coarse')
  })
})

it('says everything that is wrong with a record at once, and where', async () => {
  const { findings, slices } = await checkText(
    dhis2({}, { dataElement: 'nothing1234', orgUnit: 'nowhere1234', period: 'never', value: 'x' }),
  )
  expect(findings.map(({ code, at, value }) => [code, at.ref, value])).toEqual([
    ['code-unknown', '#2', 'nothing1234'],
    ['place-unknown', '#2', 'nowhere1234'],
    ['period-code-wrong', '#2', 'never'],
  ])
  expect(slices.flatMap(({ observations }) => observations.filter(({ derived }) => !derived))).toHaveLength(1)
})

it('says the same mistake of many records once, with all of their numbers', async () => {
  const { findings, coded } = await checkText(
    dhis2({}, ...['2021Q1', '2021Q2', '2021Q3'].map((period) => ({ dataElement: 'PLP', period }))),
  )
  expect(findings.filter(({ code }) => code === 'code-unknown')).toMatchObject([
    { value: 'PLP', params: { index: 2, rows: 3, nearest: 'PPL' } },
  ])
  expect(coded?.conflicts).toEqual([
    { code: 'code-unknown', property: 'element', value: 'PLP', indexes: [2, 3, 4] },
  ])
})
