import { wrapped } from './wrap-text.ts'

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 24
const WIDTH = 720 + 2 * MARGIN
/** Pixels of a picture to one of the drawing. */
const SCALE = 2
const looks = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order', 'display', 'visibility'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
  ...['direction', 'unicode-bidi'],
]

type Line = { text: string; size: number; weight: number; gap: number }

/**
 * Gives a chart as a file that stands by itself: its drawing as it looks here, between its title and its notes, source,
 * version and donors.
 */
export async function saveChart(figure: HTMLElement, as: 'svg' | 'png') {
  const drawing = figure.querySelector<SVGSVGElement>('.wide svg')
  if (!drawing) return
  const text = new XMLSerializer().serializeToString(composed(figure, drawing))
  const svg = new Blob([text], { type: 'image/svg+xml' })
  give(as === 'svg' ? svg : await picture(svg), `${figure.id}.${as}`)
}

function composed(figure: HTMLElement, drawing: SVGSVGElement): SVGSVGElement {
  const page = getComputedStyle(document.body)
  const whole = document.createElementNS(SVG, 'svg')
  const background = whole.appendChild(document.createElementNS(SVG, 'rect'))
  let y = MARGIN
  const write = (lines: readonly Line[]) => {
    for (const { text, size, weight, gap } of lines)
      for (const part of wrapped(text, `${weight} ${size}px ${page.fontFamily}`, WIDTH - 2 * MARGIN)) {
        y += size * 1.4
        whole.append(textAt(part, y, { size, weight, page }))
        y += part === text ? gap : 0
      }
  }
  write(headOf(figure))
  const copy = standing(drawing)
  copy.setAttribute('x', String(MARGIN))
  copy.setAttribute('y', String(y + MARGIN / 2))
  whole.append(copy)
  y += Number(drawing.getAttribute('height')) + MARGIN
  write(footOf(figure))
  const height = Math.ceil(y + MARGIN)
  for (const [name, value] of Object.entries({ width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` }))
    whole.setAttribute(name, String(value))
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: page.backgroundColor }))
    background.setAttribute(name, value)
  return whole
}

const textIn = (figure: HTMLElement, selector: string) =>
  [...figure.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) =>
    (textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  )

/** What the page is about comes first: a headline alone does not say of what it speaks. */
const headOf = (figure: HTMLElement): Line[] => [
  ...textIn(document.body, 'main h1').map((text) => ({ text, size: 15, weight: 400, gap: 4 })),
  ...textIn(figure, 'h3').map((text) => ({ text, size: 20, weight: 600, gap: 2 })),
  ...textIn(figure, '.subtitle').map((text) => ({ text, size: 15, weight: 400, gap: 0 })),
]

/** Invented figures say so wherever they go. */
const footOf = (figure: HTMLElement): Line[] =>
  [
    ...textIn(document.body, '.scope .badge'),
    ...textIn(figure, '.frame-note'),
    ...textIn(figure, '.source-line .source-words'),
    figure.dataset.donors ?? '',
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text, size: 13, weight: 400, gap: 2 }))

function textAt(
  text: string,
  y: number,
  { size, weight, page }: { size: number; weight: number; page: CSSStyleDeclaration },
): SVGTextElement {
  const element = document.createElementNS(SVG, 'text')
  const start = page.direction === 'rtl' ? WIDTH - MARGIN : MARGIN
  const attributes = {
    ...{ x: start, y, fill: page.color, direction: page.direction },
    ...{ 'font-family': page.fontFamily, 'font-size': size, 'font-weight': weight },
  }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.textContent = text
  return element
}

/** A copy in which every part says itself how it looks, and that leads nowhere. */
function standing(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const parts = [...copy.querySelectorAll('*')]
  for (const [nth, part] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(part)
    for (const look of looks) parts[nth]?.setAttribute(look, style.getPropertyValue(look))
    parts[nth]?.removeAttribute('class')
    parts[nth]?.removeAttribute('style')
  }
  copy.removeAttribute('class')
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  return copy
}

async function picture(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * SCALE
    canvas.height = image.naturalHeight * SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function give(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
}
