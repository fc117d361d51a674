import type { PageSource } from '../../api/contract/page.ts'
import { TOTAL } from '../../indicators/model/breakdown.ts'
import { PROGRAMME } from '../../indicators/model/place.ts'
import { type CellPage, cellPage } from './cell-page.ts'
import { type ChangesPage, changesPage } from './changes-page.ts'
import type { PageContext } from './context.ts'
import { type ExplainPage, explainPage } from './explain-page.ts'
import { chosenIndicators, type ExplorePage, explorePage } from './explore-page.ts'
import { type GenderPage, genderPage } from './gender-page.ts'
import { type IndicatorPage, indicatorPage } from './indicator-page.ts'
import { type MethodsPage, methodsPage } from './methods-page.ts'
import { type OverviewPage, overviewPage } from './overview.ts'
import { type QualityPage, qualityPage } from './quality-page.ts'
import { type ReportPage, reportPage } from './report-page.ts'
import { areaPage, countryPage, objectivePage, type ResultsPage } from './results-page.ts'
import { shownOf } from './series.ts'

export type PageBody =
  | OverviewPage
  | ResultsPage
  | IndicatorPage
  | GenderPage
  | ChangesPage
  | MethodsPage
  | ExplainPage
  | ExplorePage
  | ReportPage
  | QualityPage
  | CellPage
  | { page: 'not-found' }

export const notFound: PageBody = { page: 'not-found' }

/** A page and the quarters it can be asked for. */
export interface Made {
  body: PageBody
  quarters: readonly string[]
}

const plain = (body: PageBody): Made => ({ body, quarters: [] })

async function ofIndicator(context: PageContext, code: string, source: PageSource): Promise<Made> {
  const summary = context.programme.indicators.find((one) => one.code === code)
  const view = summary === undefined ? null : await source.indicator(summary.id)
  if (view === null) return plain(notFound)
  const { quarters } = view
  if (context.address.route.page === 'indicator')
    return { body: indicatorPage(context, view, await source.windows(view.indicator.id)), quarters }
  const { place = PROGRAMME, cell = TOTAL } = context.address.state
  const { quarter } = shownOf(context, view)
  const explanation = await source.explanation({ id: view.indicator.id, place, quarter, cell })
  return { body: explanation === null ? notFound : explainPage(context, explanation), quarters }
}

async function ofCell(context: PageContext, source: PageSource): Promise<Made> {
  const { file, sheet, ref } = context.address.state
  const use = file === undefined || ref === undefined ? null : await source.cell({ file, sheet, ref })
  return plain(use === null ? notFound : cellPage(context, use))
}

/** Each indicator asked for, whole. */
async function ofMany(context: PageContext, source: PageSource): Promise<Made> {
  const wanted = chosenIndicators(context)
  const views = await Promise.all(wanted.map(({ id }) => source.indicator(id)))
  return plain(
    explorePage(
      context,
      views.filter((view) => view !== null),
    ),
  )
}

/** The model of the page an address asks for. */
export function makePage(context: PageContext, source: PageSource): Made | Promise<Made> {
  const { route } = context.address
  switch (route.page) {
    case 'overview':
      return plain(overviewPage(context))
    case 'objective':
      return plain(objectivePage(context, route.code))
    case 'area':
      return plain(areaPage(context, route.code))
    case 'country':
      return plain(countryPage(context, route.code))
    case 'gender':
      return plain(genderPage(context))
    case 'changes':
      return source.before().then((before) => plain(changesPage(context, before)))
    case 'methods':
      return plain(methodsPage(context))
    case 'quality':
      return plain(qualityPage(context))
    case 'report':
      return plain(reportPage(context))
    case 'explore':
      return ofMany(context, source)
    case 'cell':
      return ofCell(context, source)
    case 'indicator':
    case 'explain':
      return ofIndicator(context, route.code, source)
  }
}
