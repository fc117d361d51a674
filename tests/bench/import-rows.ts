import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkFile } from '../../pipelines/stages/check-file.ts'
import { openWarehouse } from '../../pipelines/warehouse/open-warehouse.ts'
import { writeSlice } from '../../pipelines/warehouse/write-slice.ts'
import { smallFile, smallSources } from '../pipelines/stages/small-sources.ts'
import { type Line, perSecond, timed, times, whole } from './report.ts'

const STATIONS = 50_000

/** A return of many stations through reading, mapping and slicing, beside DuckDB reading the same text into a table. */
export async function importRows(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  try {
    const stations = Array.from({ length: STATIONS }, (_, index) => `Station ${index}`)
    const bytes = smallFile(
      ...stations.map((name, index) => `North;${name};${index % 900};${index % 40};yes;3;`),
    )
    const file = join(folder, 'small.csv')
    writeFileSync(file, bytes)
    const [country, region, ...rest] = smallSources.places.UGA
    const places = stations.map((name, index) => ({
      ...rest[0],
      name,
      aliases: [name],
      code: `UGA-R1-${index}`,
    }))
    const sources = {
      ...smallSources,
      places: { ...smallSources.places, UGA: [country, region, ...places] as typeof smallSources.places.UGA },
    }
    const ours = await timed(async () => {
      const checked = await checkFile({ name: 'small.csv', bytes, sources })
      const observations = checked.slices.flatMap((slice) => slice.observations)
      await writeSlice(observations, folder)
      return observations.length
    })
    const db = await openWarehouse(undefined, { folders: [folder] })
    const raw = await timed(() =>
      db.run({
        text: `CREATE TEMP TABLE raw AS SELECT * FROM read_csv('${file}', skip = 1, delim = ';', all_varchar = true)`,
        values: [],
      }),
    )
    db.close()
    const [own, duck] = [perSecond(STATIONS, ours.ms), perSecond(STATIONS, raw.ms)]
    return [
      {
        what: `import, ${whole(STATIONS)} rows, ${whole(ours.result)} observations with lineage`,
        figure: `${whole(own)} rows/s`,
        beside: `read_csv into a table ${whole(duck)} rows/s, ${times(duck / own)}`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
