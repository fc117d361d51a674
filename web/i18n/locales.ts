import { type Language, languages } from '../../indicators/model/text.ts'

export type Direction = 'ltr' | 'rtl'

/**
 * How each language is written here. `tag` pins region and digits, because the defaults of `ar` differ between
 * versions of the language data and the region decides the separators.
 */
export const locales: Record<Language, { tag: string; endonym: string; direction: Direction }> = {
  en: { tag: 'en-GB', endonym: 'English', direction: 'ltr' },
  fr: { tag: 'fr-TN', endonym: 'Français', direction: 'ltr' },
  ru: { tag: 'ru-KZ', endonym: 'Русский', direction: 'ltr' },
  kk: { tag: 'kk-KZ', endonym: 'Қазақша', direction: 'ltr' },
  ar: { tag: 'ar-TN-u-nu-latn', endonym: 'العربية', direction: 'rtl' },
}

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)
