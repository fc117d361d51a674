import type { ChartContext, ChartValue } from './chart.ts'
import type { FlowItem } from './flow.ts'
import { hatchSwatch } from './shapes.ts'
import { isHidden, isProvisional } from './values.ts'

/** The key's entries for states, only those that occur. */
export function stateKey(values: readonly ChartValue[], { t }: ChartContext): FlowItem[] {
  const has = (test: (value: ChartValue) => boolean) => values.some(test)
  return [
    ...(has(isProvisional) ? [{ text: t('chart.key.provisional') }] : []),
    ...(has(isHidden) ? [{ shape: hatchSwatch, text: t('chart.key.hidden') }] : []),
    ...(has(({ state }) => state === 'missing') ? [{ text: t('chart.key.missing') }] : []),
    ...(has(({ state }) => state === 'withheld') ? [{ text: t('chart.key.withheld') }] : []),
    ...(has(({ state }) => state === 'not_applicable') ? [{ text: t('chart.key.notApplicable') }] : []),
  ]
}
