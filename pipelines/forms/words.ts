import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Cell, parseCell, TOTAL } from '../../indicators/model/breakdown.ts'
import { type Language, localise, Text } from '../../indicators/model/text.ts'

const Words = z.record(z.string(), Text)

/** A file of words beside this one: key → the word in five languages. */
export const readWords = (file: string) =>
  Words.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))

export const categoryWords = readWords('category-words.yaml')

/** Says a word in one language, its fields filled in. Errors: a key nobody wrote */
export type Say = (key: string, fields?: Readonly<Record<string, string | number>>) => string

export function speaker(words: Readonly<Record<string, Text>>, language: Language): Say {
  return (key, fields = {}) => {
    const text = words[key]
    if (!text) throw new Error(`Nobody wrote the words for ${key}.`)
    return localise(text, language).text.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(fields[name] ?? ''),
    )
  }
}

/** `sex=female;status=sentenced` → "women, sentenced"; the total's word is the caller's. */
export const cellWords = (cell: Cell, language: Language, total: string) =>
  cell === TOTAL
    ? total
    : Object.entries(parseCell(cell))
        .map((pair) => categoryWords[pair.join('.')])
        .map((text) => (text ? localise(text, language).text : ''))
        .join(', ')
