import type { Account, Role } from '../../api/contract/accounts/account.ts'
import type { Arrived, Door } from '../../api/contract/page.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Language } from '../../indicators/model/text.ts'
import type english from '../i18n/messages/en/door.json'

export type DoorWord = keyof typeof english & string

/** All the browser's part of a door needs: what it says, in the page's language, and where it leads. */
export interface DoorWords {
  door: Door
  language: Language
  /** The language with its region and digits, for dates. */
  tag: string
  /** Where a person who has signed in goes: a page of this site. */
  back: string
  /** Where else people show who they are; null where nowhere. */
  provider: string | null
  /** What is missing of somebody who has come back from there. */
  next: Arrived | null
  /** Why they came back without. */
  refused: string | null
  says: Record<DoorWord, string>
  roles: Record<Role, string>
  countries: Record<Country, string>
  languages: Record<Language, string>
  /** Who is signed in; the empty text where nobody is. */
  email: string
  /** Whom they may invite. */
  invites: readonly Role[]
  mayClose: boolean
}

export const pageOf = ({ language }: Pick<DoorWords, 'language'>, door: Door) => `/${language}/${door}`

export const timeIn = ({ tag }: { tag: string }, at: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** `focal point, Tunisia` */
export const roleIn = (
  { roles, countries }: DoorWords,
  { role, country }: Pick<Account, 'role' | 'country'>,
) => (country === null ? roles[role] : `${roles[role]}, ${countries[country]}`)
