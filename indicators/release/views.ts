import type { Computed } from '../compute/compute-indicators.ts'
import { splitOf, TOTAL } from '../model/breakdown.ts'
import { breaksOf, definitionFor } from '../model/definition-history.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { type Quarter, quarterAfter } from '../model/period.ts'
import { placeLevel } from '../model/place.ts'
import type { Definitions } from '../model/readings.ts'
import type {
  IndicatorSummary,
  IndicatorView,
  ProgrammeView,
  PublicFigure,
  ReleaseLabel,
  Update,
} from '../model/released.ts'
import { shownShares } from './shown.ts'

/** One edition of a release before it is written. */
export type EditionContent = {
  label: ReleaseLabel
  logframe: Logframe
  computed: Computed
  definitions: Definitions
  updates: readonly Update[]
  publicFigures: readonly PublicFigure[]
}

type Tagged = { indicator: string }
const untagged = <Row extends Tagged>({ indicator: _, ...row }: Row) => row
const isUpper = ({ place }: { place: string }) => ['programme', 'country'].includes(placeLevel(place))

/** The values of an edition by indicator, in the order they were computed. */
export function byIndicator({ computed }: EditionContent) {
  return {
    values: Map.groupBy(computed.values, ({ indicator }) => indicator),
    standings: Map.groupBy(computed.standings, ({ indicator }) => indicator),
  }
}
type ByIndicator = ReturnType<typeof byIndicator>

export function programmeView(content: EditionContent, grouped: ByIndicator): ProgrammeView {
  const { label, logframe, computed, updates, publicFigures } = content
  return {
    release: label,
    protection: shownShares(computed.values),
    chain: logframe.chain,
    indicators: logframe.indicators.map((indicator) => summaryOf(indicator, content, grouped)),
    completeness: computed.completeness,
    updates: [...updates],
    publicFigures: [...publicFigures],
  }
}

function summaryOf(indicator: Indicator, { label }: EditionContent, grouped: ByIndicator): IndicatorSummary {
  const values = (grouped.values.get(indicator.id) ?? []).filter(isUpper)
  const standings = (grouped.standings.get(indicator.id) ?? []).filter(
    (standing) => isUpper(standing) && standing.cell === TOTAL,
  )
  const due = [...new Set(values.map(({ quarter }) => quarter))].sort()
  const lastDue = (limit: Quarter) => due.findLast((quarter) => quarter <= limit)
  const now = lastDue(label.quarter)
  const before = lastDue(quarterAfter(label.quarter, -1))
  const totals = values.filter(({ cell }) => cell === TOTAL)
  const definition = definitionFor(indicator, label.quarter)
  const isComparable = ({ quarter }: { quarter: Quarter }) =>
    definitionFor(indicator, quarter).unit === definition.unit
  const at = <Row extends { quarter: Quarter }>(rows: readonly Row[], quarter: Quarter | undefined) =>
    rows.filter((row) => row.quarter === quarter)
  return {
    id: indicator.id,
    code: indicator.code,
    level: indicator.level,
    objectives: indicator.objectives,
    area: indicator.area,
    title: definition.title,
    unit: definition.unit,
    direction: definition.direction,
    sensitivity: definition.sensitivity,
    latest: at(totals, now).map(untagged),
    standings: at(standings, now).map(untagged),
    previousStandings: at(standings, before).map(untagged),
    bySex: at(values, now)
      .filter(({ cell }) => splitOf(cell) === 'sex')
      .map(untagged),
    trend: totals.filter(isComparable).map(untagged),
  }
}

export function indicatorView(
  indicator: Indicator,
  content: EditionContent,
  grouped: ByIndicator,
): IndicatorView {
  const { label, computed, publicFigures } = content
  const values = grouped.values.get(indicator.id) ?? []
  const used = new Set(values.map(({ place }) => place))
  return {
    release: label,
    indicator,
    breaks: breaksOf(indicator).filter(({ quarter }) => quarter <= label.quarter),
    plans: computed.plans[indicator.id] ?? [],
    places: computed.places.filter(({ code }) => used.has(code)),
    quarters: [...new Set(values.map(({ quarter }) => quarter))].sort(),
    values: values.map(untagged),
    standings: (grouped.standings.get(indicator.id) ?? []).map(untagged),
    publicFigures: publicFigures.filter(({ measure }) => indicator.publicMeasures.includes(measure)),
  }
}
