import { journalKinds } from '../../api/contract/journal/kinds.ts'
import type { DeskRequest } from '../../api/contract/page.ts'
import { mayAsk } from '../../api/contract/rights.ts'
import { SubmissionAction, SubmissionState } from '../../api/contract/submissions/states.ts'
import type { DeskWord, DeskWords, FollowingDesk } from '../desk/words.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { localeOf } from '../i18n/locale.ts'
import { locales } from '../i18n/locales.ts'
import english from '../i18n/messages/en/desk.json'
import { checkWordsIn } from './check-words.ts'

const deskWords = Object.keys(english) as DeskWord[]
/** What the browser fills in stays a hole of the same name. */
const holes = Object.fromEntries(
  [
    'country',
    'date',
    'entry',
    'seal',
    'doing',
    'done',
    'id',
    'n',
    'name',
    'of',
    'quarters',
    'time',
    'version',
  ].map((name) => [name, `{${name}}`]),
)

export function deskWordsOf({ id, language, viewer }: DeskRequest, desk: FollowingDesk): DeskWords {
  const locale = localeOf(language)
  const { t } = locale
  return {
    desk,
    id,
    language,
    tag: locales[language].tag,
    says: {
      ...(Object.fromEntries(deskWords.map((word) => [word, t(`desk.${word}`, holes)])) as Record<
        DeskWord,
        string
      >),
      again: t('door.again'),
      failed: t('door.failed'),
      loading: t('door.loading'),
    },
    states: Object.fromEntries(
      SubmissionState.options.map((state) => [state, t(`desk.state.${state}`)]),
    ) as DeskWords['states'],
    steps: Object.fromEntries(
      SubmissionAction.options.map((action) => [action, t(`desk.history.step.${action}`)]),
    ) as DeskWords['steps'],
    kinds: Object.fromEntries(journalKinds.map((kind) => [kind, t(`desk.kind.${kind}` as MessageKey)])),
    quarters: ['1', '2', '3', '4'].map((number) => t('word.quarter', { number, year: '{year}' })),
    check: checkWordsIn(locale, false),
    mayDecide: mayAsk(viewer.role, 'take-submission'),
    maySend: mayAsk(viewer.role, 'send-submission'),
  }
}
