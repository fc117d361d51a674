import { type ShownShare, statuses } from '../../indicators/model/released.ts'
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
  protection: ['why', 'how', 'proven', 'levels'],
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
      paragraphs: [
        ...paragraphsOf(id).map((key) => t(key)),
        ...(id === 'protection' ? shownIn(context) : []),
      ],
    })),
  }
}

/** How much of this release is shown, level by level. */
function shownIn({ locale: { t, format }, programme }: PageContext): string[] {
  const share = ({ shown, of }: ShownShare['all']) => format.percent((100 * shown) / of)
  return programme.protection
    .filter(({ all, women }) => all.of > 0 && women.of > 0)
    .map(({ level, all, women }) =>
      t('methods.protection.shown', { level, all: share(all), women: share(women) }),
    )
}

type ParagraphKey = {
  [S in Section]: `methods.${S}.${(typeof sections)[S][number]}`
}[Section]

const paragraphsOf = (id: Section) =>
  sections[id].map((paragraph) => `methods.${id}.${paragraph}` as ParagraphKey)
