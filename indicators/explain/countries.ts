import type { Cell } from '../model/breakdown.ts'
import type { CountryShare } from '../model/explanation.ts'
import { countries, PROGRAMME } from '../model/place.ts'
import type { IndicatorView, ReleasedValue } from '../model/released.ts'

export const valueIn = (view: IndicatorView, place: string, quarter: string, cell: Cell) =>
  view.values.find((one) => one.place === place && one.quarter === quarter && one.cell === cell)

/** Whether the indicator's countries are combined at all. */
const combines = ({ indicator: { geography } }: IndicatorView) =>
  geography !== 'distribution' && geography !== 'list_only'

/** Whether a country's figure is in the programme's. A suppressed one is: only numbers are suppressed. */
export const hasEntered = (view: IndicatorView, country: string, quarter: string, cell: Cell) =>
  combines(view) &&
  ['observed', 'suppressed'].includes(valueIn(view, country, quarter, cell)?.state ?? 'missing')

/** The countries of a programme figure as this edition shows them; none where it shows none. */
export function sharesOf(view: IndicatorView, { place, quarter, cell }: ReleasedValue): CountryShare[] {
  if (place !== PROGRAMME) return []
  return countries.flatMap((country) => {
    const value = valueIn(view, country, quarter, cell)
    if (!value) return []
    const { quarter: _, cell: __, ...told } = value
    const entered = hasEntered(view, country, quarter, cell)
    const name = view.places.find(({ code }) => code === country)?.name ?? country
    return [{ ...told, name, entered, why: entered ? null : reasonOf(view, value) }]
  })
}

function reasonOf(view: IndicatorView, { state }: ReleasedValue): CountryShare['why'] {
  if (!combines(view) || state === 'observed' || state === 'suppressed') return null
  return state
}
