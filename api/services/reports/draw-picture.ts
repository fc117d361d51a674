import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { parseHTML } from 'linkedom'
import type { Language } from '../../../indicators/model/text.ts'

const require = createRequire(import.meta.url)
const file = (name: string) => readFileSync(require.resolve(name))
/** Pixels of a picture to one of the drawing. */
const SCALE = 2
const INK = '#1b2530'

/** A line of mixed text is drawn with one font: the Arabic one has Latin letters of its own. */
const fonts = {
  plain: {
    family: 'Noto Sans',
    files: [400, 600].flatMap((weight) =>
      ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'].map(
        (letters) => `@fontsource/noto-sans/files/noto-sans-${letters}-${weight}-normal.woff2`,
      ),
    ),
  },
  arabic: {
    family: 'Noto Sans Arabic',
    files: ['400Regular', '600SemiBold'].map(
      (weight) => `@expo-google-fonts/noto-sans-arabic/${weight}/NotoSansArabic_${weight}.ttf`,
    ),
  },
}
const read = new Map<keyof typeof fonts, Uint8Array[]>()
let begun: Promise<void> | undefined

/** A drawing of a chart as a PNG file, in the light colours of the page and with fonts that come with the program. */
export async function pngOf(svg: string, language: Language): Promise<Uint8Array> {
  begun ??= initWasm(file('@resvg/resvg-wasm/index_bg.wasm'))
  await begun
  const script = language === 'ar' ? 'arabic' : 'plain'
  const { family, files } = fonts[script]
  const fontBuffers = read.get(script) ?? files.map(file)
  read.set(script, fontBuffers)
  const drawing = new Resvg(standing(svg, family), {
    fitTo: { mode: 'zoom', value: SCALE },
    background: '#ffffff',
    font: { fontBuffers, defaultFontFamily: family },
  })
  try {
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    drawing.free()
  }
}

/** A drawing without the page around it: colours that stand there, one line of text an element, its order written out. */
function standing(svg: string, family: string): string {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`)
  const root = document.querySelector('svg')
  if (!root) throw new Error('a picture is no drawing')
  for (const text of root.querySelectorAll('text')) parted(text)
  for (const line of root.querySelectorAll('text')) line.textContent = fromTheRight(line.textContent ?? '')
  const own = { xmlns: 'http://www.w3.org/2000/svg', color: INK, 'font-family': family }
  for (const [name, value] of Object.entries(own)) root.setAttribute(name, value)
  return root.outerHTML.replaceAll(/var\(--[\w-]+, (#[\da-f]+)\)/g, '$1')
}

/** Lines of a label, each by itself: what draws them orders the letters of a whole label at once. */
function parted(text: Element) {
  const spans = [...text.querySelectorAll('tspan')]
  if (spans.length === 0) return
  let y = 0
  for (const span of spans) {
    y += Number.parseFloat(span.getAttribute('y') ?? span.getAttribute('dy') ?? '0')
    const line = text.cloneNode(false) as Element
    line.setAttribute('x', span.getAttribute('x') ?? '0')
    line.setAttribute('y', `${y.toFixed(2)}em`)
    line.textContent = span.textContent
    text.before(line)
  }
  text.remove()
}

const UNSEEN = /[\u200e\u200f\u2066-\u2069]/g

/** What draws text begins at the left unless the text itself says that it is written from the right. */
function fromTheRight(text: string): string {
  const plain = text.replaceAll(UNSEEN, '')
  return /\p{Script=Arabic}/u.test(plain) ? `\u202b${plain}\u202c` : plain
}
