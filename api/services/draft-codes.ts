import { readFile } from 'node:fs/promises'
import type { Country } from '../../indicators/model/place.ts'
import {
  type CodesDraft,
  Dhis2Metadata,
  readDhis2Metadata,
} from '../../pipelines/stages/coded/dhis2-metadata.ts'
import { writeCodes } from '../../pipelines/stages/coded/write-codes.ts'
import { loadDefinitions } from './definitions.ts'
import { Problem } from './problem.ts'

const BIGGEST_BYTES = 256 * 1024 * 1024

/**
 * The codes of a country from the metadata its DHIS2 exported, over those it has; a person looks through them and
 * saves them as `pipelines/sources/<ISO3>/codes.yaml`.
 *
 * Errors  `file-missing`, `option-wrong` where it is no metadata
 */
export async function draftCodes(
  path: string,
  country: Country,
): Promise<{ yaml: string; unmapped: CodesDraft['unmapped'] }> {
  const metadata = Dhis2Metadata.safeParse(await readJson(path))
  if (!metadata.success || metadata.data.dataElements.length === 0)
    throw new Problem('option-wrong', { reason: 'The file is no DHIS2 metadata export.', command: 'codes' })
  const draft = readDhis2Metadata(metadata.data, loadDefinitions().sources, country)
  return { yaml: writeCodes(draft), unmapped: draft.unmapped }
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch(() => {
    throw new Problem('file-missing', { file: path })
  })
  if (bytes.length > BIGGEST_BYTES) return null
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
