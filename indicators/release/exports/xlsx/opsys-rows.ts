import type { CellValue } from 'hucre/xlsx'
import { TOTAL } from '../../../model/breakdown.ts'
import { definitionFor } from '../../../model/definition-history.ts'
import type { Indicator } from '../../../model/indicator.ts'
import { quarterEnd } from '../../../model/period.ts'
import { countries, PROGRAMME } from '../../../model/place.ts'
import type { ReleasedValue } from '../../../model/released.ts'
import { type DatedValue, planOn } from '../../../model/target.ts'
import { byIndicator, type EditionContent } from '../../views.ts'
import { stateLabels } from '../states.ts'

const head = ['code', 'indicator', 'field', 'part', 'value', 'unit', 'date', 'source_of_data', 'comment']

const parts = [
  { part: 'Total', place: PROGRAMME, cell: TOTAL },
  { part: 'Women', place: PROGRAMME, cell: 'sex=female' },
  { part: 'Men', place: PROGRAMME, cell: 'sex=male' },
  { part: 'Sex not stated', place: PROGRAMME, cell: 'sex=unknown' },
  ...countries.map((place) => ({ part: place, place, cell: TOTAL })),
]

/**
 * What is keyed into OPSYS, field by field in the order of its form: the name as it was approved, one value to a row.
 *
 * Shape   a value is empty where there is no number to key in, and the comment says why
 */
export function opsysRows(content: EditionContent): CellValue[][] {
  const { values } = byIndicator(content)
  const { quarter } = content.label
  const rows = content.logframe.indicators
    .map((indicator) => definitionFor(indicator, quarter))
    .filter(({ level }) => level !== 'context')
    .flatMap((indicator) => [
      ...planned(indicator, content),
      ...current(indicator, values.get(indicator.id) ?? [], quarter),
    ])
  return [head, ...rows]
}

type Defined = Pick<Indicator, 'id' | 'code' | 'title' | 'unit' | 'sourceOfVerification'>
type Entry = {
  field: string
  part: string
  value: number | null
  date: string
  comment: string | null
}

const rowOf = ({ code, title, unit, sourceOfVerification }: Defined, entry: Entry): CellValue[] => [
  code,
  title.en,
  entry.field,
  entry.part,
  entry.value,
  unit,
  new Date(`${entry.date}T00:00:00Z`),
  sourceOfVerification || null,
  entry.comment,
]

function planned(indicator: Defined, { computed, label }: EditionContent): CellValue[][] {
  const plan = computed.plans[indicator.id]?.find(({ place, cell }) => place === PROGRAMME && cell === TOTAL)
  if (!plan) return []
  const { baseline, milestones, target } = planOn(plan, quarterEnd(label.quarter))
  const dated = (field: string, one: DatedValue | null) =>
    one === null
      ? []
      : [rowOf(indicator, { field, part: 'Total', value: one.planned.value, date: one.date, comment: null })]
  return [
    ...dated('Baseline', baseline),
    ...milestones.flatMap((milestone) => dated('Intermediate target', milestone)),
    ...dated('Final target', target),
  ]
}

function current(indicator: Defined, values: readonly ReleasedValue[], quarter: string): CellValue[][] {
  return parts.flatMap(({ part, place, cell }) => {
    const latest = values
      .filter((value) => value.place === place && value.cell === cell && value.quarter <= quarter)
      .toSorted((one, other) => (one.quarter < other.quarter ? -1 : 1))
      .at(-1)
    if (!latest) return []
    const { value, bounds } = latest
    const comment = commentOn(latest)
    const date = quarterEnd(latest.quarter)
    return [rowOf(indicator, { field: 'Current value', part, value: bounds?.low ?? value, date, comment })]
  })
}

function commentOn({ state, bounds, partial }: ReleasedValue): string | null {
  if (state !== 'observed') return stateLabels[state]
  const notes = [
    ...(bounds ? ['at least this many: the same people may be counted in several places'] : []),
    ...(partial ? ['provisional: some parts have not reported'] : []),
  ]
  return notes.join('; ') || null
}
