import type { WriteSheet } from 'hucre/xlsx'
import { quarterEnd } from '../../../indicators/model/period.ts'
import { speaker } from '../words.ts'
import { draft } from './draft.ts'
import { styles } from './style.ts'
import { templateWords } from './template-mapping.ts'
import type { TemplateOrder } from './write-template.ts'

const sentences = ['read.fill', 'read.blank', 'read.reason', 'read.sums', 'read.people', 'read.locked']

/** Half a page in the person's language: what it is, by when, how to fill it in. */
export function readMe({ language, sources, country, quarter }: TemplateOrder, title: string): WriteSheet {
  const say = speaker(templateWords, language)
  const page = draft(language)
  const due = daysAfter(quarterEnd(quarter), sources.calendars[country].dueDays)
  const lines = [say('read.due', { due: dayIn(due, language) }), ...sentences.map((key) => say(key))]
  page.put(1, 1, title, styles.title)
  for (const [index, line] of lines.entries()) page.put(index + 3, 1, line, styles.text)
  page.width(1, 100)
  return page.finish({
    name: say('sheet.read-me'),
    view: { rightToLeft: language === 'ar', showGridLines: false },
  })
}

const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** The day in words, with the digits used in all three countries. */
export const dayIn = (date: string, language: string) =>
  new Date(date).toLocaleDateString(`${language === 'ar' ? 'ar-TN' : language}-u-nu-latn`, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
