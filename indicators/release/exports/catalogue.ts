import { type Download, descriptions, downloads } from '../../model/download.ts'
import { quarterEnd } from '../../model/period.ts'
import type { Edition } from '../../model/released.ts'
import { localise, type Text } from '../../model/text.ts'
import type { EditionContent } from '../views.ts'
import type { DescribedFiles } from './described.ts'
import { activity } from './iati/read-activity.ts'

const EU = 'http://publications.europa.eu/resource/authority'
const reference = (id: string) => ({ '@id': id })
const languagesOf = (text: Text) =>
  Object.keys(text).map((key) => {
    const language = key as keyof Text
    return { '@value': localise(text, language).text, '@language': language }
  })
const day = (date: string) => ({ '@value': date, '@type': 'xsd:date' })

const access: Record<Edition, string> = { public: 'PUBLIC', internal: 'RESTRICTED' }

/**
 * One edition of one release as a data portal lists it: a dataset of DCAT-AP 3 in JSON-LD.
 *
 * Shape   addresses are relative to the document's own, so that it says nothing of the server it is read from
 */
export function catalogue({ label, logframe }: EditionContent, files: DescribedFiles) {
  const pinned = (address: string) => `${address}?v=${label.id}`
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': pinned('release'),
    '@type': 'dcat:Dataset',
    'dct:identifier': `${activity.identifier}/${label.edition}/${label.id}`,
    'dct:title': languagesOf(activity.title),
    'dct:description': languagesOf(activity.description),
    ...(label.illustrative
      ? { 'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'dct:description': 'Invented figures' } }
      : {}),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': activity.reporter.name },
    'dct:issued': day(label.dataAsOf),
    'dcat:version': label.id,
    'dct:accessRights': reference(`${EU}/access-right/${access[label.edition]}`),
    'dct:accrualPeriodicity': reference(`${EU}/frequency/QUARTERLY`),
    'dcat:theme': reference(`${EU}/data-theme/JUST`),
    'dct:spatial': Object.keys(activity.countries).map((code) => reference(`${EU}/country/${code}`)),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(logframe.start),
      'dcat:endDate': day(quarterEnd(label.quarter)),
    },
    'dct:language': reference(`${EU}/language/ENG`),
    'foaf:page': descriptions.map(({ address }) => reference(pinned(address))),
    'dcat:distribution': downloads.map((download) => distribution(download, pinned(download.address), files)),
  }
}

const distribution = ({ label, file, mediatype }: Download, address: string, files: DescribedFiles) => ({
  '@id': address,
  '@type': 'dcat:Distribution',
  'dct:title': label,
  'dcat:accessURL': reference(address),
  'dcat:downloadURL': reference(address),
  'dcat:mediaType': reference(`https://www.iana.org/assignments/media-types/${mediatype}`),
  'dcat:byteSize': { '@value': files[file].bytes, '@type': 'xsd:nonNegativeInteger' },
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': reference('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
    'spdx:checksumValue': { '@value': files[file].sha256, '@type': 'xsd:hexBinary' },
  },
})
