import type { Source } from '../../indicators/explain/source.ts'
import type { IndicatorEvidence } from '../../indicators/model/evidence.ts'
import type { Definitions, FileCells, FileList, Readings, UnitList } from '../../indicators/model/readings.ts'
import type { IndicatorView } from '../../indicators/model/released.ts'
import { Problem } from './problem.ts'
import type { ReleaseReader } from './read-release.ts'

/** Reads a resource of an edition as a value; null where the edition has none of that name. */
export type ReadView = <View>(name: string) => Promise<View | null>

/** Each resource is parsed once by whoever holds on to this. */
export function readViews({ names, read }: ReleaseReader): ReadView {
  const parsed = new Map<string, Promise<unknown>>()
  return async <View>(name: string) => {
    if (!names.has(name)) return null
    const known = parsed.get(name) ?? read(name, 'identity').then(parse)
    parsed.set(name, known)
    return (await known) as View // safe: a release is checked against its schemas when it is made
  }
}

export const parse = (bytes: Uint8Array | null) =>
  bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes))

/** One edition as explanations are made from it. Nothing but the edition's own files can be read. */
export function editionSource(reader: ReleaseReader, readView: ReadView): Source {
  const known = async <View>(name: string): Promise<View> => {
    const view = await readView<View>(name)
    if (view === null)
      throw new Problem('release-damaged', { path: `${reader.id}/${reader.edition}/${name}` })
    return view
  }
  return {
    indicator: (id) => readView<IndicatorView>(`indicators/${id}.json`),
    definitions: () => known<Definitions>('definitions.json'),
    inner:
      reader.edition === 'internal'
        ? {
            units: () => known<UnitList>('units.json'),
            files: () => known<FileList>('files.json'),
            evidence: (id, version) => known<IndicatorEvidence>(`evidence/${id}/${version}.json`),
            readings: (element, country) => readView<Readings>(`readings/${element}/${country}.json`),
            cells: (fileHash) => known<FileCells>(`cells/${fileHash}.json`),
          }
        : null,
  }
}
