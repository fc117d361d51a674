import type { Language } from '../../indicators/model/text.ts'
import type { Message, Sources } from './compile.ts'
import type chart from './messages/en/chart.json'
import type check from './messages/en/check.json'
import type desk from './messages/en/desk.json'
import type door from './messages/en/door.json'
import type methods from './messages/en/methods.json'
import type page from './messages/en/page.json'
import type report from './messages/en/report.json'
import type ui from './messages/en/ui.json'
import type word from './messages/en/word.json'

interface Areas {
  chart: typeof chart
  check: typeof check
  desk: typeof desk
  door: typeof door
  methods: typeof methods
  page: typeof page
  report: typeof report
  ui: typeof ui
  word: typeof word
}

export type MessageKey = { [Area in keyof Areas]: `${Area}.${keyof Areas[Area] & string}` }[keyof Areas]
export type MessageArgs = Record<string, string | number>
export type Translate = (key: MessageKey, args?: MessageArgs) => string

const areas = import.meta.glob<Sources | Record<string, Message>>('./messages/*/*.json', {
  eager: true,
  import: 'default',
})

/** A build has compiled the catalogues already; tests and development read the sources. */
const compile = import.meta.env.DEV ? (await import('./compile.ts')).compileMessages : null

const catalogues = new Map<string, Message>()
for (const [path, sources] of Object.entries(areas)) {
  const [, language = '', area = ''] = /(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
  const ready = compile === null ? sources : compile(sources as Sources, language as Language)
  for (const [key, message] of Object.entries(ready as Record<string, Message>)) {
    catalogues.set(`${language}/${area}.${key}`, message)
  }
}

/**
 * A text that begins with an isolated value has no letter of its own to take its direction from, and would run from
 * the left; an unseen right-to-left mark gives it one. Only right-to-left catalogues isolate.
 */
const anchored = (text: string) => (text.startsWith('\u2068') ? `\u200f${text}` : text)

export const translator =
  (language: Language): Translate =>
  (key, args = {}) => {
    const message = catalogues.get(`${language}/${key}`)
    if (message === undefined) throw new Error(`no message ${key} in ${language}`)
    return anchored(message(args))
  }
