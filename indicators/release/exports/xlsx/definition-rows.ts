import type { CellValue } from 'hucre/xlsx'
import { definitionFor } from '../../../model/definition-history.ts'
import type { EditionContent } from '../../views.ts'

const head = [
  'indicator',
  'code',
  'level',
  'area',
  'title',
  'definition',
  'computation',
  'unit',
  'direction',
  'window',
  'frequency',
  'source_of_verification',
  'assumption',
  'version',
  'since',
]

/** The definition of each indicator that holds in the release's last quarter. */
export const definitionRows = ({ logframe, label }: EditionContent): CellValue[][] => [
  head,
  ...logframe.indicators.map((indicator) => {
    const one = definitionFor(indicator, label.quarter)
    return [
      one.id,
      one.code,
      one.level,
      one.area,
      one.title.en,
      one.definition.en,
      one.computation.en,
      one.unit,
      one.direction,
      one.window,
      one.frequency,
      one.sourceOfVerification,
      one.assumption,
      one.version,
      new Date(`${one.since}T00:00:00Z`),
    ]
  }),
]
