import type { IndicatorEvidence } from '../model/evidence.ts'
import type { Country } from '../model/place.ts'
import type { Definitions, FileCells, FileList, Readings, UnitList } from '../model/readings.ts'
import type { IndicatorView } from '../model/released.ts'

/** What the public figures themselves say; all that an explanation in the public edition is made of. */
export type PublicSource = {
  indicator(id: string): Promise<IndicatorView | null>
  definitions(): Promise<Definitions>
}

/** What the internal edition knows besides: what figures were made of, down to the cell. */
export type InnerSource = {
  units(): Promise<UnitList>
  files(): Promise<FileList>
  evidence(indicator: string, version: number): Promise<IndicatorEvidence>
  /** null where a country delivered nothing of the element */
  readings(element: string, country: Country): Promise<Readings | null>
  cells(fileHash: string): Promise<FileCells>
}

export type Source = PublicSource & { inner: InnerSource | null }
