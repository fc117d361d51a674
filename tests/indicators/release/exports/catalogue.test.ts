import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { downloads } from '../../../../indicators/model/download.ts'
import { smallRelease } from '../small-release.ts'

const { folder, manifest } = await smallRelease()
const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const SPDX = 'http://spdx.org/rdf/terms#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const at = 'https://waymark.example/api/'

type Term = { value: string; termType: string; datatype?: { value: string } }
type Triple = { subject: Term; predicate: Term; object: Term }

/** The catalogue as a portal understands it: statements, with addresses whole. */
async function statementsOf(edition: string) {
  const document = JSON.parse(readFileSync(join(folder, edition, 'catalogue.jsonld'), 'utf8'))
  const triples = (await jsonld.toRDF(document, { base: `${at}catalogue` })) as unknown as Triple[]
  const of = (subject: string, predicate: string) =>
    triples
      .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
      .map(({ object }) => object)
  const named = (type: string) =>
    triples
      .filter((one) => one.predicate.value === TYPE && one.object.value === type)
      .map(({ subject }) => subject.value)
  return { of, named }
}

describe.each([
  ['public', 'PUBLIC'],
  ['internal', 'RESTRICTED'],
])('the catalogue of the %s edition', async (edition, access) => {
  const { of, named } = await statementsOf(edition)
  const dataset = `${at}release?v=${manifest.id}`

  it('is one dataset with what DCAT-AP asks of it', () => {
    expect(named(`${DCAT}Dataset`)).toEqual([dataset])
    for (const name of ['title', 'description', 'identifier', 'publisher', 'issued', 'temporal'])
      expect(of(dataset, DCT + name).map(({ value }) => value)).not.toEqual([])
    expect(of(dataset, `${DCT}spatial`)).toHaveLength(3)
    expect(of(dataset, `${DCT}accessRights`).map(({ value }) => value.split('/').at(-1))).toEqual([access])
  })

  it('has a distribution for each download, with address, type, size and hash', () => {
    const distributions = of(dataset, `${DCAT}distribution`).map(({ value }) => value)
    expect(distributions.sort()).toEqual(named(`${DCAT}Distribution`).sort())
    expect(distributions).toHaveLength(downloads.length)
    for (const { file, address, mediatype } of downloads) {
      const id = `${at}${address}?v=${manifest.id}`
      const bytes = readFileSync(join(folder, edition, file))
      expect(of(id, `${DCAT}downloadURL`).map(({ value }) => value)).toEqual([id])
      expect(of(id, `${DCAT}mediaType`).map(({ value }) => value.endsWith(`/${mediatype}`))).toEqual([true])
      expect(of(id, `${DCAT}byteSize`).map(({ value }) => value)).toEqual([String(bytes.length)])
      const [checksum] = of(id, `${SPDX}checksum`)
      expect(of(checksum?.value ?? '', `${SPDX}checksumValue`).map(({ value }) => value)).toEqual([
        createHash('sha256').update(bytes).digest('hex'),
      ])
    }
  })
})
