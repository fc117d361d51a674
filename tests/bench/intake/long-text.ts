import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { cellsOf } from '../../../indicators/model/data-element.ts'
import type { Sources } from '../../../pipelines/stages/map/load-sources.ts'

const FIRST_YEAR = 1990
const BLOCK = 1 << 20

/**
 * A statistics system's export: one value a row, eight columns, every station of Uganda in as many quarters as it takes.
 * Places are written as in the register; values break no rule of reading.
 */
export async function writeLongText(path: string, rows: number, { elements, places }: Sources) {
  const file = createWriteStream(path)
  const stations = places.UGA.filter(
    ({ code, closed, opened }) => code.split('-').length === 3 && !closed && !opened,
  )
  const measures = [...elements.values()]
    .filter(({ scope, kind }) => scope.endsWith('facilities') && ['stock', 'flow'].includes(kind))
    .filter(({ frequency }) => frequency === 'quarterly')
    .flatMap((element) => ['', ...cellsOf(element)].map((cell) => `${element.id},${cell}`))
  let text = 'place,quarter,element,breakdown,value,status,sex,note\n'
  let written = 0
  for (let quarter = 0; written < rows; quarter += 1) {
    const period = `${FIRST_YEAR + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
    for (const [index, station] of stations.entries())
      for (const [nth, measure] of measures.entries()) {
        if (written >= rows) break
        text += `${station.name},${period},${measure},${(index * 7 + nth * 13 + quarter) % 400},,,register\n`
        written += 1
        if (text.length < BLOCK) continue
        if (!file.write(text)) await once(file, 'drain')
        text = ''
      }
  }
  file.end(text)
  await finished(file)
  return { rows: written, measures: measures.length, stations: stations.length }
}
