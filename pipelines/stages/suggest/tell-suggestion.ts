import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Dimension, parseCell } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import { type Language, localise, Text } from '../../../indicators/model/text.ts'
import { type Aliases, loadAliases } from './aliases.ts'
import type { Suggested } from './suggested.ts'
import type { Use } from './use.ts'

const Words = z.record(z.string(), Text)
const catalogue = z
  .strictObject({ uses: Words, countedFrom: Words, reasons: Words, sentences: Words })
  .parse(parse(readFileSync(join(import.meta.dirname, 'words.yaml'), 'utf8')))

/** A suggestion as a person reads it. */
export type ToldSuggestion = {
  axis: Suggested['axis']
  sheet: string
  ref: string
  header: string
  samples: string[]
  use: string
  /** From 0 to 1. */
  confidence: number
  sure: boolean
  reason: string
}

/** Tells suggestions in one language. */
export function suggestionTeller(elements: ReadonlyMap<string, DataElement>, language: Language) {
  const say = (text: Text | undefined, fields: Record<string, string | number> = {}) =>
    text
      ? localise(text, language).text.replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name] ?? ''))
      : ''
  const aliases: Aliases = loadAliases()[language]
  const cellWords = (cell: string) =>
    Object.entries(parseCell(cell))
      .map(
        ([by, category]) => aliases.categories[by as Dimension]?.[category ?? '']?.[0] ?? `${by}=${category}`,
      )
      .join(', ')
  const useWords = (use: Use | null): string => {
    if (use === null) return say(catalogue.uses.unknown)
    if (use.use !== 'value') return say(catalogue.uses[use.use])
    const title = use.element === null ? '' : say(elements.get(use.element)?.title)
    const parts = [
      use.element === null ? '' : `${use.element} ${title}`,
      use.cell === '' ? '' : cellWords(use.cell),
      use.deliveredAs ? say(catalogue.countedFrom[use.deliveredAs]) : '',
    ].filter((part) => part !== '')
    return parts.length > 0 ? parts.join(' · ') : say(catalogue.uses.value)
  }
  return {
    sentence: (name: string, fields: Record<string, string | number> = {}) =>
      say(catalogue.sentences[name], fields),
    useWords,
    suggestion: ({
      axis,
      sheet,
      ref,
      texts,
      samples,
      use,
      confidence,
      sure,
      reason,
    }: Suggested): ToldSuggestion => ({
      axis,
      sheet,
      ref,
      header: texts.join(' / '),
      samples,
      use: useWords(use),
      confidence,
      sure,
      reason: say(catalogue.reasons[reason]),
    }),
  }
}
