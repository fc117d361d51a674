import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { messageModule } from './compile.ts'
import { isLanguage } from './locales.ts'

const mark = '\0messages:'
const place = /messages\/([a-z]{2})\/[a-z-]+\.json$/

/** Compiles `messages/<language>/<area>.json` while building, so that no message is parsed where pages are served. */
export function messages(): Plugin {
  return {
    name: 'messages',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (!place.test(source) || importer === undefined) return null
      const file = source.startsWith('/') ? resolve(`.${source}`) : resolve(dirname(importer), source)
      return `${mark}${file.replace(/\.json$/, '')}`
    },
    load(id) {
      if (!id.startsWith(mark)) return null
      const file = `${id.slice(mark.length)}.json`
      const language = place.exec(file)?.[1] ?? ''
      if (!isLanguage(language)) throw new Error(`${file}: "${language}" is not a language of this product`)
      this.addWatchFile(file)
      return messageModule(JSON.parse(readFileSync(file, 'utf8')), language)
    },
  }
}
