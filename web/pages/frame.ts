import type { Chart } from '../charts/chart.ts'

/** What the chart frame needs: no chart without a headline, a subtitle and where its numbers come from. */
export interface Frame {
  /** What happened, as a sentence. */
  headline: string
  /** Measure, unit, place, period. */
  subtitle: string
  chart: Chart
  notes: readonly string[]
}
