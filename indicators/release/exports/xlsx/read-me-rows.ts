import type { CellValue } from 'hucre/xlsx'
import type { EditionContent } from '../../views.ts'
import { stateLabels } from '../states.ts'

/** What the workbook is, and how to read it. */
export const readMeRows = ({ label }: EditionContent): CellValue[][] => [
  ['Waymark', 'Logframe indicators of a programme in prisons'],
  ['Version', label.id],
  ['Edition', label.edition],
  ['Data as of', new Date(`${label.dataAsOf}T00:00:00Z`)],
  ['Last quarter', label.quarter],
  ...(label.illustrative ? [['Illustrative', 'All figures are invented for demonstration.']] : []),
  [null, null],
  ['Sheet', 'Holds'],
  [
    'Logframe',
    'Each indicator for the programme and each country: baseline, latest value, target, where it stands',
  ],
  ['OPSYS', 'What is keyed into OPSYS, one value to a row, in the order of its form'],
  ['Values', 'Every value by place, quarter and part; percentages 0 to 100'],
  ['Definitions', 'What each indicator means, how it is computed, where it comes from'],
  [null, null],
  ['State', 'Where there is no number, the state says why. It is never zero.'],
  ...Object.entries(stateLabels),
]
