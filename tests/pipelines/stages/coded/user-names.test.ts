import { describe, expect, it } from 'vitest'
import { withoutUserNames } from '../../../../pipelines/stages/coded/user-names.ts'
import { decode } from '../../../../pipelines/stages/decode/decode.ts'
import { checkText, dhis2 } from './coded-sources.ts'

const header =
  'dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated'
const messages: Record<string, string> = {
  JSON: dhis2({ storedBy: 'j.doe', createdByUserInfo: { name: 'Jane j.doe' } }),
  'JSON with a quote in it': dhis2({ storedBy: 'j."doe', comment: 'kept' }),
  CSV: `${header}\r\nPPL,2021Q1,UGA-R1-01,,,12,j.doe,2021-04-01\r\nPPL,2021Q2,UGA-R1-01,,,12,j.doe`,
  'CSV with line ends in quotes': `${header}\n"PPL","2021Q1","UGA-R1-01","","","12","j.doe\n, j.doe","x"`,
  XML: '<dataValueSet><dataValue dataElement="PPL" period="2021Q1" orgUnit="UGA-R1-01" value="12" storedBy="j.doe"/></dataValueSet>',
  'XML with elements':
    '<dataValueSet><dataValue dataElement="PPL"><storedBy>j.doe</storedBy></dataValue></dataValueSet>',
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
