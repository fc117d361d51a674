import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { smallFile } from '../pipelines/stages/small-sources.ts'

/** A description in the data folder, so that a return of a few cells will do. */
const small = `
id: UGA-small
version: 1
learned: { by: test, why: test, at: 2022-01-01T00:00:00.000Z }
country: UGA
title: Small return
file: '^small.*$'
csv: { encoding: utf-8, separator: ';' }
numbers: { decimal: '.', groups: [',' ] }
tables:
  - sheet: '^$'
    period: { form: en-fiscal-quarter, in: title }
    deliveredAs: period
    anchor: [Region, Station]
    headerRows: 1
    place: [Station]
    columns:
      - { header: [People], element: PP_ADM }
      - { header: [Women], element: PP_ADM, cell: { sex: female } }
    ignore: [Region, Team, Stage, Remarks]
`
/** The two stations of Uganda a small return is about. */
export const [first, second] = loadDefinitions().sources.places.UGA.filter(
  ({ code }) => code.split('-').length === 3,
)

/** One line of a small return. */
export const smallRow = (place: string | undefined, people: string, women: string) =>
  `x;${place};${people};${women};;;`

/** A return of two stations: people and women of each. */
export const smallReturn = (...counts: readonly [string, string][]) =>
  smallFile(...counts.map(([people, women], n) => smallRow([first, second][n]?.name, people, women)))

/** A data folder that knows the small return. */
export function smallFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-small-'))
  mkdirSync(join(folder, 'mappings', 'UGA'), { recursive: true })
  writeFileSync(join(folder, 'mappings', 'UGA', 'UGA-small@1.yaml'), small)
  return folder
}
