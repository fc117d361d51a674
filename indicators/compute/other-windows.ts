import type { WindowKind } from '../model/indicator.ts'
import type { Logframe } from '../model/logframe.ts'
import { type Country, countryOf } from '../model/place.ts'
import { type IndicatorValue, indicatorValues, type PlaceCodes } from './compute-values.ts'
import type { MeasuredParts } from './measured-parts.ts'
import type { IndicatorQuestions } from './questions.ts'
import { isRunning, opensOf } from './windows.ts'

/** A value in another window than the indicator's own; `running` where the window can still grow. */
export type WindowValue = IndicatorValue & { window: WindowKind; opens: string; running: boolean }

/**
 * The same indicators over other windows.
 *
 * Shape   by indicator and window, then as the indicator's own values
 */
export function inOtherWindows(
  asked: readonly IndicatorQuestions[],
  parts: MeasuredParts,
  codes: PlaceCodes,
  { start, plannedEnd }: Logframe,
  yearStarts: ReadonlyMap<Country, number>,
): WindowValue[] {
  const [common = 1] = yearStarts.values()
  return asked.flatMap((one) =>
    indicatorValues(one, parts, codes).map((value) => {
      const country = countryOf(value.place)
      const epochs = { start, plannedEnd, yearStartMonth: (country && yearStarts.get(country)) ?? common }
      const { window } = one
      return {
        ...value,
        window,
        opens: opensOf(window, value.quarter, epochs),
        running: isRunning(window, value.quarter, epochs),
      }
    }),
  )
}
