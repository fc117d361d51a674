import { Role } from '../../api/contract/accounts/account.ts'
import type { DoorRequest } from '../../api/contract/page.ts'
import { mayAsk, mayInvite } from '../../api/contract/rights.ts'
import { type Country, countries } from '../../indicators/model/place.ts'
import { type Language, languages } from '../../indicators/model/text.ts'
import type { DoorWord, DoorWords } from '../doors/words.ts'
import { localeOf } from '../i18n/locale.ts'
import { locales } from '../i18n/locales.ts'
import english from '../i18n/messages/en/door.json'

const doorWords = Object.keys(english) as DoorWord[]
/** What the browser fills in stays a hole of the same name. */
const holes = { email: '{email}', name: '{name}', provider: '{provider}', time: '{time}' }

export function doorWordsOf(request: DoorRequest): DoorWords {
  const { door, language, back, provider, next, refused, viewer } = request
  const { t } = localeOf(language)
  return {
    ...{ door, language, back, provider, next, refused },
    tag: locales[language].tag,
    says: Object.fromEntries(doorWords.map((word) => [word, t(`door.${word}`, holes)])) as DoorWords['says'],
    roles: Object.fromEntries(
      Role.options.map((role) => [role, t(`door.role.${role}`)]),
    ) as DoorWords['roles'],
    countries: Object.fromEntries(countries.map((code) => [code, t(`word.place.${code}`)])) as Record<
      Country,
      string
    >,
    languages: Object.fromEntries(languages.map((code) => [code, locales[code].endonym])) as Record<
      Language,
      string
    >,
    email: viewer?.email ?? '',
    invites: viewer ? mayInvite[viewer.role] : [],
    mayClose: viewer !== null && mayAsk(viewer.role, 'disable-account'),
  }
}
