import { type Language, localise, type Text } from '../../../indicators/model/text.ts'
import { letterTexts, quarterTexts, waitingTexts } from './texts.ts'
import type { Waiting } from './waiting-for.ts'

/** The same digits in every language, as on the pages. */
const tags: Record<Language, string> = { en: 'en-GB', fr: 'fr', ru: 'ru', kk: 'kk', ar: 'ar-u-nu-latn' }
const regions = { KAZ: 'KZ', TUN: 'TN', UGA: 'UG' } as const

/** A letter about what waits, in its reader's language. No figure and no name of a file is in it. */
export function writeLetter(
  { name, language }: { name: string; language: Language },
  waiting: readonly Waiting[],
  address: string,
): { subject: string; text: string } {
  const say = (text: Text, places: Record<string, string | number> = {}) =>
    localise(text, language).text.replaceAll(/\{(\w+)\}/g, (_, place: string) => String(places[place] ?? ''))
  const countries = new Intl.DisplayNames(tags[language], { type: 'region' })
  const list = new Intl.ListFormat(tags[language], { type: 'unit' })
  const date = new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' })
  const lines = waiting.map((one) =>
    say(waitingTexts[kindOf(one)], {
      country: countries.of(regions[one.country]) ?? one.country,
      quarters: list.format(
        one.quarters.map((quarter) =>
          say(quarterTexts, { number: quarter.slice(6), year: quarter.slice(0, 4) }),
        ),
      ),
      due: one.kind === 'due' ? date.format(new Date(`${one.due}T00:00:00Z`)) : '',
    }),
  )
  return {
    subject: say(letterTexts.subject),
    text: [
      say(letterTexts.greeting, { name }),
      '',
      ...lines.map((line) => `• ${line}`),
      '',
      say(letterTexts.close, { address: `${address}/${language}/tasks` }),
      '',
    ].join('\n'),
  }
}

function kindOf(one: Waiting): keyof typeof waitingTexts {
  if (one.kind !== 'due') return one.kind
  return one.days > 0 ? 'soon' : one.days === 0 ? 'today' : 'late'
}
