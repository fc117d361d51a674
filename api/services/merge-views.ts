import type { IndicatorView, ProgrammeView } from '../../indicators/model/released.ts'

type Spot = { place: string; quarter: string; cell: string }
/** Whether a place is the reader's own to see in full. */
type IsOwn = (place: string) => boolean

/** The public view of an indicator, with the own country's rows as the internal edition has them. */
export function mergeIndicator(inner: IndicatorView, open: IndicatorView, isOwn: IsOwn): IndicatorView {
  const shown = new Set(open.places.map(({ code }) => code))
  return {
    ...open,
    release: inner.release,
    places: inner.places.filter(({ code }) => isOwn(code) || shown.has(code)),
    values: mergeRows(inner.values, open.values, isOwn),
    standings: mergeRows(inner.standings, open.standings, isOwn),
  }
}

/** The public overview, with the own country's rows as the internal edition has them. */
export function mergeProgramme(inner: ProgrammeView, open: ProgrammeView, isOwn: IsOwn): ProgrammeView {
  const inside = new Map(inner.indicators.map((one) => [one.id, one]))
  return {
    ...open,
    release: inner.release,
    indicators: open.indicators.map((shown) => {
      const whole = inside.get(shown.id)
      if (!whole) return shown
      return {
        ...shown,
        latest: mergeRows(whole.latest, shown.latest, isOwn),
        standings: mergeRows(whole.standings, shown.standings, isOwn),
        previousStandings: mergeRows(whole.previousStandings, shown.previousStandings, isOwn),
        bySex: mergeRows(whole.bySex, shown.bySex, isOwn),
        trend: mergeRows(whole.trend, shown.trend, isOwn),
      }
    }),
  }
}

/** Shape   every public row, in the internal order; the own ones from the inside, with those the public has not */
function mergeRows<Row extends Spot>(inner: readonly Row[], open: readonly Row[], isOwn: IsOwn): Row[] {
  const shown = new Map(open.map((row) => [nameOf(row), row]))
  const rows = inner.flatMap((row) => (isOwn(row.place) ? row : (shown.get(nameOf(row)) ?? [])))
  const named = new Set(rows.map(nameOf))
  return [...rows, ...open.filter((row) => !isOwn(row.place) && !named.has(nameOf(row)))]
}

const nameOf = ({ place, quarter, cell }: Spot) => `${place} ${quarter} ${cell}`
