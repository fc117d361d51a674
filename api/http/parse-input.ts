import type { Context } from 'hono'
import { z } from 'zod'
import type { Language } from '../../indicators/model/text.ts'
import { Problem } from '../services/problem.ts'
import { chooseLanguage } from './negotiate.ts'

/** What the library says of wrong inputs; it knows no Kazakh. */
const says: Record<Language, z.core.$ZodErrorMap> = {
  en: z.locales.en().localeError,
  fr: z.locales.fr().localeError,
  ru: z.locales.ru().localeError,
  kk: z.locales.en().localeError,
  ar: z.locales.ar().localeError,
}

/**
 * What was sent, as its schema has it.
 *
 * Errors  `input-invalid`, with what is wrong with each input in the language of whoever sent it
 */
export function parseInput<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  given: unknown,
): z.infer<Schema> {
  const error = says[chooseLanguage(c.req.path, c.req.header('accept-language'))]
  const parsed = schema.safeParse(given, { error })
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({
    path: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'),
    message: issue.message,
  }))
  throw new Problem('input-invalid', { fields: errors.map(({ path }) => path).join(', ') }, errors)
}
