import { z } from 'zod'

export const languages = ['en', 'fr', 'ru', 'kk', 'ar'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/**
 * One text in up to five languages. English is required and is the fallback.
 * A trailing ° marks wording a native speaker has yet to confirm; `localise` strips it and reports it.
 */
export const Text = z.strictObject({
  en: z.string().min(1),
  fr: z.string().min(1).optional(),
  ru: z.string().min(1).optional(),
  kk: z.string().min(1).optional(),
  ar: z.string().min(1).optional(),
})
export type Text = z.infer<typeof Text>

/** A text in the language asked for. `language` says which one it really is; `confirmed` is false for ° wording. */
export function localise(text: Text, language: Language) {
  const own = text[language]
  const found = own ?? text.en
  return {
    text: found.replaceAll('°', ''),
    language: own === undefined ? ('en' as const) : language,
    confirmed: !found.includes('°'),
  }
}
