import type { CellUse, FedFigure } from '../../indicators/model/explanation.ts'
import { cellWords } from './cell-words.ts'
import { type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { elementWords } from './explain-steps.ts'
import { type Cut, cut, type LineageEntry, lineageEntry, placeWords } from './explain-tables.ts'
import { type Figure, figureOf } from './figure.ts'

interface FedRow {
  place: string
  quarter: string
  cell: string
  figure: Figure
  use: string
}

/** One reading of the cell, and the figures it comes to, by indicator. */
interface ReadingPart {
  heading: string
  title: Phrase
  entry: LineageEntry
  fed: readonly { code: string; title: Phrase; rows: Cut<FedRow> }[]
}

export interface CellPage {
  page: 'cell'
  heading: string
  file: string
  sheet: string
  readings: readonly ReadingPart[]
}

/** What one cell of a file was read as, and where its value went. */
export function cellPage(context: PageContext, use: CellUse): CellPage {
  const { t } = context.locale
  return {
    page: 'cell',
    heading: t('page.cell.heading', { ref: use.ref, file: use.file }),
    file: use.file,
    sheet: use.sheet,
    readings: use.readings.map(({ reading, title, figures }) => ({
      heading: t('page.cell.readAs', {
        element: elementWords(reading.element, reading.cell, context.locale),
      }),
      title: phraseOf(title, context),
      entry: lineageEntry(context, reading),
      fed: fedBy(context, use, figures),
    })),
  }
}

function fedBy(context: PageContext, { indicators, names }: CellUse, figures: readonly FedFigure[]) {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
  return indicators.flatMap((indicator) => {
    const own = byIndicator.get(indicator.id) ?? []
    if (own.length === 0) return []
    const rows = own.map((figure) => fedRow(context, figure, names[figure.place] ?? figure.place))
    return [{ code: indicator.code, title: phraseOf(indicator.title, context), rows: cut(rows.reverse()) }]
  })
}

function fedRow(
  context: PageContext,
  { indicator: _, code, unit, use, ...figure }: FedFigure,
  name: string,
): FedRow {
  const { t, format } = context.locale
  return {
    place:
      figure.place === 'ALL'
        ? placeName(context, figure.place)
        : placeWords(context, { code: figure.place, name }),
    quarter: format.quarter(figure.quarter),
    cell: cellWords(figure.cell, context.locale),
    figure: figureOf(context, figure, { code, unit }),
    use: use === 'counted' ? t('page.explain.entered') : t(`page.explain.excluded.${use}`),
  }
}
