import type { DataValidation } from 'hucre/xlsx'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Say } from '../words.ts'
import type { TemplateSheet } from './layout.ts'

/** Lists of the hidden sheet a cell can be chosen from. Inline lists beyond 255 letters make office programs ask for repairs. */
export const listNames = {
  yesNo: 'waymark_yes_no',
  stages: 'waymark_stages',
  reasons: 'waymark_reasons',
} as const

export function unitOf({ kind, people }: DataElement) {
  if (kind === 'status') return 'yes-no'
  if (kind === 'ordinal') return 'stage'
  if (kind === 'score' || kind === 'text') return kind
  return people ? 'persons' : 'number'
}

/** What may be written in a cell of an element, and what is said to who writes anything else. */
export function checkOf(
  element: DataElement,
  range: string,
  say: Say,
  { period }: TemplateSheet,
): DataValidation | null {
  if (element.kind === 'text') return null
  const counted = element.kind === 'flow' || element.kind === 'cumulative' ? element.kind : 'stock'
  const prompt = {
    inputTitle: say(`unit.${unitOf(element)}`),
    inputMessage: say(`counted.${counted}`, { first: period.start, last: period.end }),
  }
  const common = { range, allowBlank: true, showInputMessage: true, showErrorMessage: true, ...prompt }
  if (element.kind === 'status') return { ...common, ...chosenFrom(listNames.yesNo, say) }
  if (element.kind === 'ordinal') return { ...common, ...chosenFrom(listNames.stages, say) }
  return {
    ...common,
    type: element.kind === 'score' ? 'decimal' : 'whole',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    errorStyle: 'stop',
    errorTitle: say('check.whole.title'),
    errorMessage: say(element.kind === 'score' ? 'check.score' : 'check.whole'),
  }
}

export const chosenFrom = (list: string, say: Say) => ({
  type: 'list' as const,
  formula1: list,
  errorStyle: 'stop' as const,
  errorTitle: say('check.list.title'),
  errorMessage: say('check.list'),
})
