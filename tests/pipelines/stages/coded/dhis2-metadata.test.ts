import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { dhis2Metadata, elementUid, placeUid } from '../../../../fixtures/coded/metadata.ts'
import { loadLogframe } from '../../../../indicators/logframe/read-logframe.ts'
import { Codes } from '../../../../pipelines/stages/coded/codes.ts'
import { readDhis2Metadata } from '../../../../pipelines/stages/coded/dhis2-metadata.ts'
import { writeCodes } from '../../../../pipelines/stages/coded/write-codes.ts'
import { loadSources } from '../../../../pipelines/stages/map/load-sources.ts'

const { elements } = loadLogframe()
const sources = { ...loadSources(elements), codes: {} }
const metadata = dhis2Metadata('UGA', elements, sources.places.UGA)

describe('a draft of codes', () => {
  it('maps what explains itself and is read back as it was written', () => {
    const draft = readDhis2Metadata(metadata, sources, 'UGA')
    expect(Object.values(draft.unmapped).flat()).toEqual([])
    const codes = Codes.parse(parse(writeCodes(draft)))
    expect(codes).toEqual(draft.codes)
    expect(codes.elements.find(({ element }) => element === 'PP_STOCK')?.codes[0]).toBe(
      elementUid('UGA', 'PP_STOCK'),
    )
    expect(codes.places['UGA-R1-01']).toEqual([placeUid('UGA-R1-01')])
  })

  it('names what a person has to map, and guesses nothing', () => {
    const strange = {
      ...metadata,
      dataElements: [{ id: 'abcdefghijk', name: 'Malaria cases' }],
      organisationUnits: [{ id: 'abcdefghijl', name: 'Hospital' }],
    }
    const draft = readDhis2Metadata(strange, sources, 'UGA')
    expect(draft.unmapped).toMatchObject({
      elements: ['abcdefghijk · Malaria cases'],
      places: ['abcdefghijl · Hospital'],
    })
    expect(draft.codes.elements).toEqual([])
    expect(writeCodes(draft)).toContain('# not mapped, elements: abcdefghijk · Malaria cases')
  })

  it('keeps what a person mapped before', () => {
    const before = Codes.parse({
      country: 'UGA',
      version: 3,
      title: 'ours',
      elements: [{ element: 'PP_ADM', codes: [elementUid('UGA', 'PP_STOCK')] }],
    })
    const draft = readDhis2Metadata(metadata, { ...sources, codes: { UGA: before } }, 'UGA')
    expect(draft.codes.version).toBe(4)
    expect(draft.codes.elements[0]).toEqual(before.elements[0])
  })
})
