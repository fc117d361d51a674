import { cellOf, TOTAL } from '../../indicators/model/breakdown.ts'
import { definitionOn, versionsOf } from '../../indicators/model/definition-history.ts'
import type { Definition, Formula, Indicator, Meaning, Term } from '../../indicators/model/indicator.ts'
import type { IndicatorView } from '../../indicators/model/released.ts'
import { type Plan, planOn } from '../../indicators/model/target.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { cellWords } from './cell-words.ts'
import { type PageContext, type Phrase, phraseOf, placeName } from './context.ts'
import { plannedText } from './figure.ts'

/** One change of a definition or a plan: since when, why, and what was otherwise before. */
export interface Change {
  heading: string
  reason: Phrase
  rows: readonly { label: string; was: Phrase; is: Phrase }[]
}

/** Every change up to the release, the oldest first. */
export const historyOf = (context: PageContext, view: IndicatorView): Change[] =>
  [...definitionChanges(context, view), ...view.plans.flatMap((plan) => planChanges(context, view, plan))]
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .map(({ since: _, ...change }) => change)

type Dated = Change & { since: string }

const labels: Record<keyof Meaning, MessageKey> = {
  title: 'word.meaning.title',
  definition: 'ui.section.definitionAlone',
  computation: 'ui.section.computation',
  unit: 'word.meaning.unit',
  direction: 'word.meaning.direction',
  range: 'word.meaning.range',
  formula: 'word.meaning.formula',
  window: 'ui.fact.window',
  geography: 'ui.fact.geography',
  targetMode: 'word.meaning.targetMode',
  path: 'word.meaning.path',
  minimumCoverage: 'word.meaning.minimumCoverage',
  staleness: 'word.meaning.staleness',
  breakdowns: 'word.meaning.breakdowns',
  byRegion: 'ui.section.regions',
  frequency: 'ui.fact.frequency',
  sensitivity: 'ui.fact.sensitivity',
  opsysProfile: 'word.meaning.opsysProfile',
  sourceOfVerification: 'ui.fact.source',
  assumption: 'ui.fact.assumption',
  mapping: 'ui.fact.mapping',
}

function definitionChanges(context: PageContext, { indicator, breaks }: IndicatorView): Dated[] {
  const { t, format } = context.locale
  const versions = versionsOf(indicator)
  return breaks.flatMap(({ version, since, changed, reason }) => {
    const [before, after] = [version - 1, version].map((one) => versions.find((each) => each.version === one))
    if (!before || !after) return []
    return [
      {
        since,
        heading: t('page.history.version', { version: format.number(version), date: format.date(since) }),
        reason: phraseOf(reason, context),
        rows: changed.map((key) => ({
          label: t(labels[key]),
          was: saidOf(context, before, key),
          is: saidOf(context, after, key),
        })),
      },
    ]
  })
}

/** What a definition says of one thing, in words. */
function saidOf(context: PageContext, definition: Definition, key: keyof Meaning): Phrase {
  const { t, format, language } = context.locale
  const own = (text: string): Phrase => ({ text, language, confirmed: true })
  const english = (text: string): Phrase => ({ text, language: 'en', confirmed: true })
  const nothing = own('–')
  switch (key) {
    case 'title':
    case 'definition':
    case 'computation':
      return phraseOf(definition[key], context)
    case 'unit':
      return own(t(`word.unit.${definition.unit}`))
    case 'direction':
      return own(t(`word.direction.${definition.direction}`))
    case 'window':
      return own(t(`word.window.${definition.window}`))
    case 'geography':
      return own(t(`word.geography.${definition.geography}`))
    case 'targetMode':
      return own(t(`word.targetMode.${definition.targetMode}`))
    case 'path':
      return own(t(`word.path.${definition.path}`))
    case 'frequency':
      return own(t(`word.frequency.${definition.frequency}`))
    case 'sensitivity':
      return own(t(`word.sensitivity.${definition.sensitivity}`))
    case 'byRegion':
      return own(t(definition.byRegion ? 'word.yes' : 'word.no'))
    case 'staleness':
      return own(format.number(definition.staleness))
    case 'minimumCoverage':
      return own(format.percent(100 * (definition.minimumCoverage ?? 1), 0))
    case 'range':
      return definition.range
        ? own(
            t('page.history.between', {
              low: format.value(definition.range.low, definition.unit),
              high: format.value(definition.range.high, definition.unit),
            }),
          )
        : nothing
    case 'breakdowns': {
      const words = definition.breakdowns.map(({ by }) => t(`word.dimension.${by}`))
      return words.length > 0 ? own(format.list(words)) : nothing
    }
    case 'formula':
      return english(formulaText(definition.formula, context))
    default: {
      const text = definition[key]
      return text ? english(text) : nothing
    }
  }
}

/** A formula by the codes of its elements. */
function formulaText(formula: Formula, { locale }: PageContext): string {
  const sum = (terms: readonly Term[]) =>
    terms
      .map(({ element, only }) => (only ? `${element} (${cellWords(cellOf(only), locale)})` : element))
      .join(' + ')
  switch (formula.kind) {
    case 'count':
      return sum(formula.of.sum)
    case 'ratio':
    case 'weighted_mean':
      return `${sum(formula.numerator.sum)} ÷ ${sum(formula.denominator.sum)}`
    case 'persons_unique':
      return sum(formula.people)
    default:
      return formula.element
  }
}

/** The revisions of a plan as it was entered; what follows from them for the programme is not told again. */
function planChanges(context: PageContext, { indicator }: IndicatorView, plan: Plan): Dated[] {
  if (plan.pooled) return []
  const { t, format } = context.locale
  const place = placeName(context, plan.place)
  return (plan.revisions ?? []).map(({ from, reason }, i, revisions) => {
    const earlier = revisions[i - 1]?.from ?? ''
    const at = { place, date: format.date(from) }
    return {
      since: from,
      heading:
        plan.cell === TOTAL
          ? t('page.history.plan', at)
          : t('page.history.planOf', { ...at, cell: cellWords(plan.cell, context.locale) }),
      reason: phraseOf(reason, context),
      rows: aimRows(
        context,
        aimsOf(context, planOn(plan, earlier), unitOn(indicator, earlier)),
        aimsOf(context, planOn(plan, from), unitOn(indicator, from)),
      ),
    }
  })
}

const unitOn = (indicator: Indicator, day: string) => definitionOn(indicator, day).unit

/** What a plan aims at, in words. */
function aimsOf(context: PageContext, { baseline, milestones, target }: Plan, unit: Definition['unit']) {
  const { t, format } = context.locale
  const written = (dated: readonly NonNullable<Plan['target']>[]) =>
    dated.length === 0
      ? '–'
      : format.list(
          dated.map(({ date, planned }) =>
            t('page.history.dated', {
              value: plannedText(context, planned.value, unit) ?? '',
              date: format.date(date),
            }),
          ),
        )
  return {
    baseline: written(baseline ? [baseline] : []),
    milestones: written(milestones),
    target: written(target ? [target] : []),
  }
}

const aims = [
  ['baseline', 'ui.fact.baseline'],
  ['milestones', 'page.history.milestones'],
  ['target', 'ui.fact.target'],
] as const

type Aims = ReturnType<typeof aimsOf>

function aimRows({ locale: { t, language } }: PageContext, before: Aims, after: Aims): Change['rows'] {
  const own = (text: string): Phrase => ({ text, language, confirmed: true })
  return aims
    .filter(([key]) => before[key] !== after[key])
    .map(([key, label]) => ({ label: t(label), was: own(before[key]), is: own(after[key]) }))
}
