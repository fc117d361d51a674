import type { ValueState } from '../../model/value-state.ts'

/** What a value's state means, in the words of a code list. */
export const stateLabels: Record<ValueState, string> = {
  observed: 'a number was reported',
  missing: 'due and not reported',
  not_due: 'not due in this quarter',
  not_applicable: 'cannot be computed here, such as a rate of nobody',
  withheld: 'withheld by the country',
  suppressed: 'withheld to protect individuals',
}
