import type { ReportBlock } from '../../api/contract/report.ts'
import { chartSvg } from '../charts/draw.ts'
import { summarise } from '../charts/summarise.ts'
import type { PageContext } from '../pages/context.ts'
import type { Frame } from '../pages/frame.ts'
import { chartContext } from '../views/drawing.ts'

/** Pixels, as wide as the text of an upright page. */
const WIDTH = 640

/** The chart of a page, if it has one: it can be copied out of the report, and says by itself what it rests on. */
export function picture(context: PageContext, frame: Frame | null): ReportBlock[] {
  if (!frame) return []
  const { t } = context.locale
  const { id, illustrative } = context.programme.release
  const charts = chartContext(context.locale)
  const svg = chartSvg(frame.chart, charts, WIDTH)
  const source = [
    t('ui.source'),
    t('ui.version', { version: id }),
    ...(illustrative ? [t('ui.illustrative')] : []),
  ]
  return [
    {
      kind: 'picture',
      svg,
      width: WIDTH,
      height: Number(/height="([\d.]+)"/.exec(svg)?.[1]),
      caption: `${frame.headline} ${frame.subtitle}`,
      alt: summarise(frame.chart, charts),
      notes: [...frame.notes, source.join(' · ')],
    },
  ]
}
