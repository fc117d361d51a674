import type { Computed } from '../compute/compute-indicators.ts'
import { coded } from '../model/coded.ts'
import { PROGRAMME, placeLevel } from '../model/place.ts'
import type { ReleaseLabel } from '../model/released.ts'
import { WindowsView } from '../model/windows-view.ts'
import type { ReleaseFile } from './write-files.ts'

const QUICK = 5
type Row = Computed['otherWindows'][number]

/** Every indicator over its other windows, for the internal edition: each window more is an equation more to protect. */
export const windowsFiles = ({ otherWindows, quarter }: Computed, label: ReleaseLabel): ReleaseFile[] =>
  [...Map.groupBy(otherWindows, ({ indicator }) => indicator)].map(([indicator, rows]) => ({
    path: `internal/windows/${indicator}.json`,
    bytes: () => {
      const kept = rows.filter(
        (row) =>
          placeLevel(row.place) !== 'region' &&
          (!row.running || row.quarter === quarter) &&
          !(row.place === PROGRAMME && row.state === 'not_applicable'),
      )
      return JSON.stringify(WindowsView.parse({ release: label, indicator, ...columnsOf(kept) }))
    },
    quality: QUICK,
  }))

function columnsOf(rows: readonly Row[]) {
  const words = (read: (row: Row) => string) => coded(rows.map(read))
  const numbers = (read: (row: Row) => number | null | undefined) => rows.map((row) => read(row) ?? null)
  const marked = (is: (row: Row) => boolean) => rows.flatMap((row, at) => (is(row) ? [at] : []))
  return {
    window: words(({ window }) => window),
    opens: words(({ opens }) => opens),
    quarter: words(({ quarter }) => quarter),
    place: words(({ place }) => place),
    cell: words(({ cell }) => cell),
    state: words(({ state }) => state),
    value: numbers(({ value }) => value),
    numerator: numbers(({ numerator }) => numerator),
    denominator: numbers(({ denominator }) => denominator),
    low: numbers(({ bounds }) => bounds?.low),
    high: numbers(({ bounds }) => bounds?.high),
    reported: numbers(({ coverage }) => coverage?.reported),
    expected: numbers(({ coverage }) => coverage?.expected),
    running: marked(({ running }) => running),
    partial: marked(({ partial }) => partial),
    carried: marked(({ carried }) => carried),
  }
}
