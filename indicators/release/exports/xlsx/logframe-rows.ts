import type { CellValue } from 'hucre/xlsx'
import { TOTAL } from '../../../model/breakdown.ts'
import { definitionFor } from '../../../model/definition-history.ts'
import { quarterEnd } from '../../../model/period.ts'
import { countries, PROGRAMME } from '../../../model/place.ts'
import { planOn } from '../../../model/target.ts'
import { byIndicator, type EditionContent } from '../../views.ts'

const head = [
  'code',
  'indicator',
  'place',
  'unit',
  'baseline',
  'baseline_date',
  'latest',
  'latest_quarter',
  'state',
  'partial',
  'target',
  'target_date',
  'status',
]

const dayOf = (date: string | undefined) => (date === undefined ? null : new Date(`${date}T00:00:00Z`))

/** Each indicator for the programme and each country: where it began, where it is, where it should come to. */
export function logframeRows(content: EditionContent): CellValue[][] {
  const { logframe, label, computed } = content
  const grouped = byIndicator(content)
  const rows = logframe.indicators.flatMap((indicator) => {
    const definition = definitionFor(indicator, label.quarter)
    return [PROGRAMME, ...countries].flatMap((place) => {
      const isOne = (one: { place: string; cell: string }) => one.place === place && one.cell === TOTAL
      const latest = grouped.values
        .get(indicator.id)
        ?.filter((value) => isOne(value) && value.quarter <= label.quarter)
        .toSorted((one, other) => (one.quarter < other.quarter ? -1 : 1))
        .at(-1)
      if (!latest) return []
      const plan = computed.plans[indicator.id]?.find(isOne)
      const { baseline, target } = plan ? planOn(plan, quarterEnd(label.quarter)) : {}
      const standing = grouped.standings
        .get(indicator.id)
        ?.find((one) => isOne(one) && one.quarter === latest.quarter)
      return [
        [
          indicator.code,
          definition.title.en,
          place,
          definition.unit,
          baseline?.planned.value ?? null,
          dayOf(baseline?.date),
          latest.value,
          latest.quarter,
          latest.state,
          latest.partial,
          target?.planned.value ?? null,
          dayOf(target?.date),
          standing?.status ?? null,
        ],
      ]
    })
  })
  return [head, ...rows]
}
