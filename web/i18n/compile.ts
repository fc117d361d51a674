import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/lib/compile-module.js'
import type { Language } from '../../indicators/model/text.ts'
import { locales } from './locales.ts'

export type Message = (args: Record<string, string | number>) => string
export type Sources = Record<string, string>

/** In a right-to-left language every inserted value is isolated, so that codes and numbers keep their order. */
const isolated = (source: string) => source.replaceAll(/\{([a-z]\w*)\}/g, '\u2068{$1}\u2069')

const prepared = (sources: Sources, language: Language): Sources =>
  locales[language].direction === 'ltr'
    ? sources
    : Object.fromEntries(Object.entries(sources).map(([key, source]) => [key, isolated(source)]))

const formatter = (language: Language) =>
  new MessageFormat(locales[language].tag, { strict: true, requireAllArguments: true })

/** One area of a catalogue as functions, for tests; a build uses `messageModule` instead. */
export const compileMessages = (sources: Sources, language: Language): Record<string, Message> => {
  const one = formatter(language)
  return Object.fromEntries(
    Object.entries(prepared(sources, language)).map(([key, source]) => [key, one.compile(source) as Message]),
  )
}

/** One area of a catalogue as the text of a module, which needs the runtime alone. */
export const messageModule = (sources: Sources, language: Language): string =>
  compileModule(formatter(language), prepared(sources, language))
