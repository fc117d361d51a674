import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pngOf } from '../../../api/services/reports/draw-picture.ts'
import { type Language, languages } from '../../../indicators/model/text.ts'

const drawn = async (language: Language, texts: string) => {
  const svg = `<svg width="200" height="60" font-size="13" text-anchor="end">${texts}</svg>`
  return Buffer.from(await pngOf(svg, language)).toString('base64')
}
const line = (text: string) => `<text x="200" y="20">${text}</text>`

/** Every letter and sign the charts of a language can write. */
function lettersOf(language: Language): string[] {
  const folder = new URL(`../../../web/i18n/messages/${language}/`, import.meta.url)
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  return [...new Set(texts.join(''))].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
}

it.each(languages)('has every letter of %s', async (language) => {
  const box = await drawn(language, line('\ue000'))
  const nothing = await drawn(language, '')
  const lacking = []
  for (const letter of lettersOf(language))
    if ([box, nothing].includes(await drawn(language, line(letter)))) lacking.push(letter)
  expect(lacking).toEqual([])
})

it('begins a line of Arabic at the right, also where it opens with a code', async () => {
  // As large that letters stand on whole pixels: what is at the right edge can be compared bit by bit.
  const edge = async (text: string) => {
    const svg = `<svg width="300" height="600" viewBox="2700 0 300 600" font-size="500" text-anchor="end"><text x="3000" y="450">${text}</text></svg>`
    return Buffer.from(await pngOf(svg, 'ar')).toString('base64')
  }
  const code = await edge('SO1')
  expect(await edge('\u200f\u2068SO1\u2069 \u2068الوقاية\u2069')).toBe(code)
  expect(await edge('الوقاية SO1')).not.toBe(code)
})

it('draws each line of a label where it stands', async () => {
  const label =
    '<text x="200" y="20"><tspan x="200" y="1em">SO1</tspan><tspan x="200" dy="1.5em">الوقاية</tspan></text>'
  const apart = '<text x="200" y="1em">SO1</text><text x="200" y="2.5em">الوقاية</text>'
  expect(await drawn('ar', label)).toBe(await drawn('ar', apart))
})

it('takes the colours of the light page', async () => {
  const bar = (fill: string) => `<rect width="50" height="50" fill="${fill}"/>`
  expect(await drawn('en', bar('var(--data, #2e68c6)'))).toBe(await drawn('en', bar('#2e68c6')))
  expect(await drawn('en', bar('currentColor'))).toBe(await drawn('en', bar('#1b2530')))
})
