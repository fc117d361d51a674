import type { ValueState } from '../../indicators/model/value-state.ts'
import type { ChartContext, ChartValue } from './chart.ts'
import type { FlowItem } from './flow.ts'
import { hatchSwatch, hollowShape } from './shapes.ts'
import { isProvisional } from './values.ts'

const marked: readonly ValueState[] = ['suppressed', 'missing', 'withheld', 'not_applicable']

export const stateWords = (state: ValueState, { t }: ChartContext) =>
  t('chart.key.state', { mark: t(`word.mark.${state}`), state: t(`word.state.${state}`) })

/** The key's entries for states, only those that occur. */
export const stateKey = (values: readonly ChartValue[], context: ChartContext): FlowItem[] => [
  ...(values.some(isProvisional) ? [{ shape: hollowShape, text: context.t('chart.key.provisional') }] : []),
  ...marked
    .filter((state) => values.some((value) => value.state === state))
    .map((state) => ({
      ...(state === 'suppressed' && { shape: hatchSwatch }),
      text: stateWords(state, context),
    })),
]
