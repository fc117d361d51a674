import { drawBullets } from './bullets.ts'
import type { Chart, ChartContext } from './chart.ts'
import { drawCompleteness } from './completeness.ts'
import { drawGenderGap } from './gender-gap.ts'
import { serialise } from './plot-svg.ts'
import { drawRepresentation } from './representation.ts'
import { drawSmallMultiples } from './small-multiples.ts'
import { drawSplitBars } from './split-bars.ts'
import { drawStatusBars } from './status-bars.ts'
import { drawTrajectory } from './trajectory.ts'

/**
 * A chart as SVG text for a place `width` pixels wide. For the server only: it brings Plot and a document with it.
 *
 * Unit    as the specification's; percentages 0–100
 */
export const chartSvg = (chart: Chart, context: ChartContext, width: number): string =>
  serialise(drawn(chart, context, width), `${chart.id}-title`, context.direction)

function drawn(chart: Chart, context: ChartContext, width: number): Element {
  switch (chart.kind) {
    case 'status-bars':
      return drawStatusBars(chart, context, width)
    case 'bullets':
      return drawBullets(chart, context, width)
    case 'trajectory':
      return drawTrajectory(chart, context, width)
    case 'small-multiples':
      return drawSmallMultiples(chart, context, width)
    case 'gender-gap':
      return drawGenderGap(chart, context, width)
    case 'representation':
      return drawRepresentation(chart, context, width)
    case 'completeness':
      return drawCompleteness(chart, context, width)
    case 'split-bars':
      return drawSplitBars(chart, context, width)
  }
}
