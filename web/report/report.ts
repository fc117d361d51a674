import type { MakeReport, ReportBlock } from '../../api/contract/report.ts'
import { spanText } from '../pages/context.ts'
import { logframe } from './annex.ts'
import { type Asked, askedOf } from './asked.ts'
import { changesTable } from './changes.ts'
import { definitionsTable } from './definitions.ts'
import { outlines } from './outlines.ts'

/**
 * A report as a coordinator begins it: what the pages say of a release, in the order its reader expects, with places
 * for what only people can say.
 *
 * Shape   every figure is the page's, marks such as `[c]` included
 */
export const makeReport: MakeReport = (request) => {
  const asked = askedOf(request)
  const { context, choice, quarters } = asked
  const { t, format, direction } = context.locale
  const { id, edition, dataAsOf, illustrative } = request.programme.release
  return {
    language: request.language,
    direction,
    day: dataAsOf,
    title: t(`report.title.${choice.outline}`),
    about: [
      ...(choice.donor ? [t(`report.donor.${choice.donor}`)] : []),
      spanText(context, quarters.first, quarters.last),
      ...(asked.countries.length < 3
        ? [format.list(asked.countries.map((country) => t(`word.place.${country}`)))]
        : []),
      t('report.edition', { edition }),
      t('report.draft', { version: id, date: format.date(dataAsOf) }),
      ...(illustrative ? [`${t('ui.illustrative')}. ${t('ui.illustrative.note')}`] : []),
      t('ui.donors'),
      t('ui.donors.disclaimer'),
    ],
    foot: `${t('ui.product')} · ${t('ui.version', { version: id })}`,
    words: {
      contents: t('report.contents'),
      table: t('report.table'),
      figure: t('report.figure'),
      page: t('report.page'),
    },
    isLong: choice.outline !== 'brief',
    blocks: [...outlines[choice.outline].flatMap((section) => section(asked)), ...annexes(asked)],
  }
}

/** Whoever reads a brief has the report beside it. */
function annexes(asked: Asked): ReportBlock[] {
  const { t } = asked.context.locale
  if (asked.choice.outline === 'brief') return []
  const changes = changesTable(asked)
  return [
    { kind: 'annex', text: t('report.annex') },
    ...logframe(asked),
    { kind: 'annex', text: t('report.annex.definitions') },
    definitionsTable(asked),
    ...(changes ? [{ kind: 'annex' as const, text: t('report.annex.changes') }, changes] : []),
  ]
}
