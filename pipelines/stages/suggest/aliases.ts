import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Dimension, dimensions } from '../../../indicators/model/breakdown.ts'
import { DeliveredAs } from '../../../indicators/model/observation.ts'
import { type Language, languages } from '../../../indicators/model/text.ts'

const Spellings = z.string().transform((text) => text.split(' | ').map((one) => one.trim()))

/** The words one language has for what stands in national files: `pipelines/sources/aliases/<language>.yaml`. */
export const Aliases = z.strictObject({
  place: z.strictObject({ country: Spellings, region: Spellings, facility: Spellings }),
  period: Spellings,
  /** Header of the column that says what a row counts. */
  measure: Spellings,
  /** Header of a lone column of values. */
  value: Spellings,
  total: Spellings,
  /** What labels of subtotals and totals begin with. */
  sums: Spellings,
  /** Running numbers, remarks, shares: never delivered. */
  ignore: Spellings,
  countedFrom: z.record(DeliveredAs, Spellings),
  categories: z.partialRecord(Dimension, z.record(z.string(), Spellings)),
  elements: z.record(z.string(), Spellings),
})
export type Aliases = z.infer<typeof Aliases>

const ownFolder = join(import.meta.dirname, '..', '..', 'sources', 'aliases')

/** Errors: one that names the file, where words stand under a category that does not exist or are missing. */
export function loadAliases(folder = ownFolder): Record<Language, Aliases> {
  return Object.fromEntries(
    languages.map((language) => {
      const aliases = Aliases.parse(parse(readFileSync(join(folder, `${language}.yaml`), 'utf8')))
      for (const [dimension, words] of Object.entries(aliases.categories))
        for (const category of Object.keys(words))
          if (!(dimensions[dimension as Dimension] as readonly string[]).includes(category))
            throw new Error(`aliases/${language}.yaml: ${dimension} has no ${category}`)
      return [language, aliases]
    }),
  ) as Record<Language, Aliases>
}
