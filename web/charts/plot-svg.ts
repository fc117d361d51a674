import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Shape } from './shapes.ts'

const { document } = parseHTML('<!doctype html><html><body></body></html>')
const svg = 'http://www.w3.org/2000/svg'

export const fontSize = 13
const fontFamily = "'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif"

/** A plot as an SVG element. Nothing here measures text: every margin comes from the caller. */
export const plot = (options: Plot.PlotOptions) =>
  Plot.plot({
    document: document as unknown as Document,
    className: 'chart',
    ...options,
  }) as unknown as Element

export interface Placed {
  x: number
  y: number
  shape: Shape
}

/** A mark of shapes at pixels of the drawing, outside every scale. */
export const shapesMark =
  (placed: readonly Placed[]): Plot.RenderFunction =>
  () =>
    groupOf(placed) as unknown as SVGElement

function groupOf(placed: readonly Placed[]): Element {
  const group = document.createElementNS(svg, 'g')
  for (const { x, y, shape } of placed) {
    const at = document.createElementNS(svg, 'g')
    at.setAttribute('transform', `translate(${x},${y})`)
    for (const [tag, attributes] of shape) at.append(elementOf(tag, attributes))
    group.append(at)
  }
  return group as unknown as Element
}

function elementOf(tag: string, attributes: Record<string, string | number>) {
  const element = document.createElementNS(svg, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

/** Several plots side by side or one under the other, in one drawing. */
export function compose(
  width: number,
  height: number,
  panels: readonly { x: number; y: number; plot: Element }[],
) {
  const root = plot({ width, height, margin: 0, axis: null, marks: [] })
  for (const { x, y, plot: panel } of panels) {
    const group = document.createElementNS(svg, 'g') as unknown as Element
    group.setAttribute('transform', `translate(${x},${y})`)
    group.append(...panel.childNodes)
    root.append(group)
  }
  return root
}

/** A label that opens with a code or a number would else take its order from that. */
function startFromRight(text: Element) {
  const first = text.querySelector('tspan') ?? text
  if (/[\u0600-\u06ff]/.test(text.textContent ?? '')) first.textContent = `\u200f${first.textContent}`
}

/**
 * The drawing as text: one image named by the frame's heading, without the names Plot gives to inner groups,
 * without its style element (see charts.css) and with every number at two decimals.
 */
export function serialise(root: Element, titleId: string, direction: 'ltr' | 'rtl'): string {
  for (const style of root.querySelectorAll('style')) style.remove()
  for (const named of root.querySelectorAll('[aria-label],[aria-description],[aria-hidden]')) {
    for (const name of ['aria-label', 'aria-description', 'aria-hidden']) named.removeAttribute(name)
  }
  if (direction === 'rtl') for (const text of root.querySelectorAll('text')) startFromRight(text)
  root.setAttribute('role', 'img')
  root.setAttribute('aria-labelledby', titleId)
  root.setAttribute('font-size', String(fontSize))
  root.setAttribute('font-family', fontFamily)
  return root.outerHTML.replaceAll(/<[^>]+>/g, (tag) =>
    tag.replaceAll(/\d+\.\d{3,}/g, (number) => String(+(+number).toFixed(2))),
  )
}
