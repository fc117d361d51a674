import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutUserNames } from '../../../../pipelines/stages/coded/user-names.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { checkText, dhis2 } from './coded-sources.ts'

const header =
  'dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated'
const messages: Record<string, string> = {
  JSON: dhis2({ storedBy: 'j.doe', createdByUserInfo: { name: 'Jane j.doe' } }),
  'JSON with a quote in it': dhis2({ storedBy: 'j."doe', comment: 'kept' }),
  'JSON deep inside': dhis2({
    createdBy: { id: 'x', user: { names: ['j.doe', { name: 'a } "doe' }] }, at: [[{ of: 'doe' }]] },
    note: { deep: { deeper: { lastUpdatedByUserInfo: { name: { first: 'doe' } } } } },
  }),
  'JSON with other spellings': dhis2({
    stored_by: 'doe',
    modifiedBy: ['doe'],
    updatedBy: 7,
    userName: 'doe',
  }),
  CSV: `${header}\r\nPPL,2021Q1,UGA-R1-01,,,12,j.doe,2021-04-01\r\nPPL,2021Q2,UGA-R1-01,,,12,j.doe`,
  'CSV with line ends in quotes': `${header}\n"PPL","2021Q1","UGA-R1-01","","","12","j.doe\n, j.doe","x"`,
  XML: '<dataValueSet><dataValue dataElement="PPL" period="2021Q1" orgUnit="UGA-R1-01" value="12" storedBy="j.doe"/></dataValueSet>',
  'XML with elements':
    '<dataValueSet><dataValue dataElement="PPL"><storedBy>j.doe</storedBy></dataValue></dataValueSet>',
  'XML with elements inside':
    '<dataValueSet><dataValue dataElement="PPL"><createdBy id="1"><name>j.doe</name><b/></createdBy><storedBy/></dataValue></dataValueSet>',
}

describe.each(Object.entries(messages))('the name of a user in %s', (_, text) => {
  it('is gone before anything is kept, and is not missed twice', () => {
    const kept = withoutUserNames(Buffer.from(text))
    expect(kept.toString()).not.toContain('doe')
    expect(withoutUserNames(kept).equals(kept)).toBe(true)
  })

  it('is in no cell, value or finding', async () => {
    expect(JSON.stringify(await decode(Buffer.from(text), null))).not.toContain('doe')
    expect(JSON.stringify(await checkText(text, 'UGA'))).not.toContain('doe')
  })
})

it('leaves every other file as it came', () => {
  for (const text of ['Region;People\nNorth;5', 'storedby,value\nj.doe,5', 'PK\u0003\u0004 storedBy="x"'])
    expect(withoutUserNames(Buffer.from(text)).toString()).toBe(text)
})

it('leaves the rest of a message as it came', () => {
  const before = dhis2({ createdBy: { a: [1, { b: '}' }] }, comment: 'kept } "as it was"' })
  const after: unknown = JSON.parse(withoutUserNames(Buffer.from(before)).toString())
  const wanted = JSON.parse(before, (key, value) => (key === 'createdBy' ? '' : value))
  expect(after).toEqual(wanted)
  const xml = '<a><createdBy/><b>kept</b><createdBy x="1" /><c>kept</c><storedBy>doe</storedBy ></a>'
  expect(withoutUserNames(Buffer.from(xml)).toString()).toBe(xml.replace('doe', ''))
})

it('never loses a name however deep it stands, nor a value beside it', () => {
  const inner = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant('secret'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b"', 'c}'), tie('value'), { maxKeys: 3 }),
    ),
  })).value
  fc.assert(
    fc.property(inner, fc.string(), (hidden, beside) => {
      const message = JSON.stringify({
        dataValues: [{ storedBy: hidden, comment: beside.replaceAll('secret', '') }],
      })
      const kept = withoutUserNames(Buffer.from(message)).toString()
      expect(JSON.parse(kept)).toEqual({
        dataValues: [{ storedBy: '', comment: beside.replaceAll('secret', '') }],
      })
    }),
  )
})

it('takes no longer than the message is long where nothing is closed', () => {
  const open = '<createdBy>'.repeat(20_000)
  expect(withoutUserNames(Buffer.from(open)).toString()).toBe(open)
  expect(withoutUserNames(Buffer.from(`{"storedBy": ${'['.repeat(200_000)}`)).toString()).toBe(
    '{"storedBy": ""',
  )
})
