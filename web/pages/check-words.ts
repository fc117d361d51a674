import { type Dimension, dimensions } from '../../indicators/model/breakdown.ts'
import { type Country, countries } from '../../indicators/model/place.ts'
import { DeliveredState } from '../../indicators/model/value-state.ts'
import type { CheckWord, Words } from '../check/words.ts'
import { checkWords } from '../check/words.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { locales } from '../i18n/locales.ts'

/** What the browser's part of checking a file says, and by what name it calls countries, states and categories. */
export function checkWordsIn({ t, language }: Locale, maySend: boolean): Words {
  const categories = (Object.keys(dimensions) as Dimension[]).flatMap((dimension) =>
    dimensions[dimension].map((category) => [dimension, category] as const),
  )
  return {
    language,
    tag: locales[language].tag,
    maySend,
    again: t('door.again'),
    says: Object.fromEntries(checkWords.map((word) => [word, t(`check.${word}`, holes)])) as Record<
      CheckWord,
      string
    >,
    countries: Object.fromEntries(countries.map((code) => [code, t(`word.place.${code}`)])) as Record<
      Country,
      string
    >,
    states: Object.fromEntries(
      DeliveredState.options.map((state) => [state, t(`word.state.${state}`)]),
    ) as Words['states'],
    cells: Object.fromEntries(
      categories.map(([dimension, category]) => [
        `${dimension}=${category}`,
        t(`word.cell.${dimension}.${category}` as MessageKey),
      ]),
    ),
  }
}

/** What the browser fills in stays a hole of the same name. */
const holes = Object.fromEntries(
  [
    'n',
    'file',
    'place',
    'title',
    'mapping',
    'quarters',
    'values',
    'error',
    'warning',
    'info',
    'of',
    'solved',
    'value',
    'reason',
    'was',
    'now',
  ].map((name) => [name, `{${name}}`]),
)
