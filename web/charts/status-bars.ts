import { statuses } from '../../indicators/model/released.ts'
import type { ChartContext, StatusBars } from './chart.ts'
import { statusInk } from './ink.ts'
import { drawParts } from './parts.ts'
import { statusShape } from './shapes.ts'

/** How many indicators of each row stand where, worst last; every status by word, shape and colour. */
export function drawStatusBars({ rows }: StatusBars, context: ChartContext, width: number) {
  const { t, format } = context
  const drawn = rows.map(({ label, counts }) => ({
    label,
    parts: statuses
      .filter((status) => (counts[status] ?? 0) > 0)
      .map((status) => {
        const count = counts[status] ?? 0
        const words = { label: t(`word.status.${status}`), value: format.number(count) }
        const { mark, tint } = statusInk[status]
        const sign = statusShape(status)
        const item = { shape: sign, text: t('chart.pair', words) }
        return { value: count, hidden: false, hollow: false, fill: tint, stroke: mark, item, sign }
      }),
  }))
  return drawParts({ rows: drawn, key: [], unit: 'number', axis: false }, context, width)
}
