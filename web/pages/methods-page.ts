import { statuses } from '../../indicators/model/released.ts'
import { valueStates } from '../../indicators/model/value-state.ts'
import type { PageContext } from './context.ts'
import { type Rating, ratingOf } from './rating.ts'

export interface MethodsPage {
  page: 'methods'
  heading: string
  lead: string
  states: readonly { id: string; mark: string; word: string; text: string }[]
  statuses: readonly (Rating & { text: string })[]
  sections: readonly { id: string; heading: string; paragraphs: readonly string[] }[]
}

const sections = {
  status: ['rule', 'words'],
  eu: ['formula', 'difference'],
  computing: ['order', 'rates', 'partial'],
  gender: ['split', 'questions', 'unknown'],
  protection: ['why', 'how', 'levels'],
  definitions: ['terms', 'KAZ', 'TUN', 'UGA', 'compare'],
  sources: ['own', 'public', 'illustrative'],
  changes: ['definition', 'plan'],
  releases: ['frozen', 'pinned'],
  wording: ['review', 'fallback'],
} as const

type Section = keyof typeof sections

/** What the words, colours and brackets mean, and how the numbers come about. */
export function methodsPage(context: PageContext): MethodsPage {
  const { t } = context.locale
  return {
    page: 'methods',
    heading: t('methods.heading'),
    lead: t('methods.lead'),
    states: valueStates.map((state) => ({
      id: `state-${state}`,
      mark: state === 'observed' ? '0' : t(`word.mark.${state}`),
      word: t(`word.state.${state}`),
      text: t(`methods.state.${state}`),
    })),
    statuses: statuses.map((status) => ({
      ...ratingOf(context, status),
      text: t(`methods.status.${status}`),
    })),
    sections: (Object.keys(sections) as Section[]).map((id) => ({
      id,
      heading: t(`methods.${id}`),
      paragraphs: paragraphsOf(id).map((key) => t(key)),
    })),
  }
}

type ParagraphKey = {
  [S in Section]: `methods.${S}.${(typeof sections)[S][number]}`
}[Section]

const paragraphsOf = (id: Section) =>
  sections[id].map((paragraph) => `methods.${id}.${paragraph}` as ParagraphKey)
