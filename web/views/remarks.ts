import type { ValueState } from '../../indicators/model/value-state.ts'
import type { Locale } from '../i18n/locale.ts'

/** What a page must explain at its foot, because it is on it somewhere. */
export interface Remarks {
  states: readonly { mark: string; word: string }[]
  fallback: boolean
  unconfirmed: boolean
  /** Languages written without a native reader. */
  unreviewed: boolean
}

const explained = ['suppressed', 'missing', 'withheld', 'not_applicable', 'not_due'] as const
type Explained = (typeof explained)[number]

function* partsOf(part: unknown): Generator<object> {
  if (typeof part !== 'object' || part === null) return
  yield part
  for (const inner of Object.values(part)) yield* partsOf(inner)
}

const stateOf = (part: object) => ('state' in part ? (part.state as ValueState) : null)

/** Reads a page model for marks, texts in another language and wording not confirmed. */
export function remarksOn(page: unknown, { language, t }: Locale): Remarks {
  const parts = [...partsOf(page)]
  const states = new Set(parts.map(stateOf))
  const provisional = parts.some(
    (part) =>
      stateOf(part) === 'observed' &&
      (('provisional' in part && part.provisional === true) ||
        ('partial' in part && part.partial === true) ||
        ('carried' in part && part.carried === true)),
  )
  return {
    states: [
      ...explained
        .filter((state) => states.has(state))
        .map((state: Explained) => ({ mark: t(`word.mark.${state}`), word: t(`word.state.${state}`) })),
      ...(provisional ? [{ mark: '[p]', word: t('word.provisional') }] : []),
    ],
    fallback: parts.some((part) => 'confirmed' in part && 'language' in part && part.language !== language),
    unconfirmed: parts.some((part) => 'confirmed' in part && part.confirmed === false),
    unreviewed: language === 'kk' || language === 'ar',
  }
}
