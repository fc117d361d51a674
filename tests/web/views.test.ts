import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, it } from 'vitest'

const views = readdirSync('web/views').filter((name) => name.endsWith('.tsx'))
const styles = readdirSync('web/style').filter((name) => name !== 'fonts.css')

it.each(views)('%s holds no visible word of its own', (name) => {
  const source = readFileSync(join('web/views', name), 'utf8')
  const markup = source.slice(source.indexOf('return'))
  const texts = [...markup.matchAll(/>([^<>{}]*)</g)]
    .map(([, text = '']) => text.trim())
    .filter((text) => /\p{L}{2,}/u.test(text) && !/=>|[();=]|\bconst\b/.test(text))
  const attributes = [...source.matchAll(/\s(?:title|aria-label|alt|placeholder)="([^"]+)"/g)]
  expect([...texts.filter((text) => text !== 'EN'), ...attributes.map(([text]) => text)]).toEqual([])
})

it.each(styles)('%s names start and end, never left and right', (name) => {
  const css = readFileSync(join('web/style', name), 'utf8')
  expect(css.match(/(?<![\w-])(?:margin|padding|border|inset)?-?(?:left|right)(?=\s*:|\s*;)/g) ?? []).toEqual(
    [],
  )
})

it.each(['layout.css', 'parts.css', 'print.css'])('%s takes its colours from the tokens', (name) => {
  const css = readFileSync(join('web/style', name), 'utf8')
  const strays = (css.match(/#[0-9a-f]{3,8}\b/gi) ?? []).filter((colour) => colour !== '#ffffff')
  expect(strays).toEqual([])
})
