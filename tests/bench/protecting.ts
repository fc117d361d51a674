import { suppress } from '../../indicators/protect/suppress/suppress.ts'
import { unprovenCells } from '../../indicators/protect/suppress/witness.ts'
import { cube } from '../indicators/protect/suppress/cubes.ts'
import { type Line, seconds, timed, times, whole } from './report.ts'

const sizes = {
  'one publication': { countries: 3, regions: 4, facilities: 60, ages: 4, women: 0.06, seed: 7 },
  'a large one': { countries: 3, regions: 12, facilities: 900, ages: 12, women: 0.06, seed: 7 },
}

/** Small counts hidden and proven in invented cubes, beside checking the proof, which takes additions only. */
export async function protecting(): Promise<Line[]> {
  const lines: Line[] = []
  for (const [name, size] of Object.entries(sizes)) {
    const tables = cube(size)
    const made = await timed(() => suppress(tables))
    const { hidden, witnesses, exposed } = made.result
    const checked = await timed(async () => unprovenCells(tables, hidden, witnesses))
    const figures = tables.cells.filter(({ cost }) => cost !== null).length
    const small = tables.cells.filter(({ secret }) => secret).length
    lines.push({
      what: `${name}: ${whole(figures)} figures, ${whole(small)} small, ${whole(hidden.size)} hidden, ${exposed.length} exposed`,
      figure: seconds(made.ms),
      beside: `checking the proof ${(checked.ms / 1000).toFixed(2)} s, ${times(made.ms / checked.ms)}`,
    })
  }
  return lines
}
