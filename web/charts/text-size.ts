/** Em widths by kind of letter, a little generous: the server cannot measure text, and a gap is better than a clip. */
const widths: readonly (readonly [kind: RegExp, ems: number])[] = [
  [/[\u0300-\u036f\u064b-\u065f\u200b-\u200f\u2066-\u2069]/, 0],
  [/[ijl.,:;'’|!·і\s]/, 0.29],
  [/[()[\]JІIft/-]/, 0.36],
  [/[rгғzтcsçз]/, 0.48],
  [/[vy–uэГұүxFLхҒkSкь]/, 0.54],
  [/[DGДHUфНПЦӘNмыИОҢwOQӨ]/, 0.78],
  [/[%юФMшщЖМWmжЮЩШ]/, 0.94],
  [/[\u0600-\u06ff]/, 0.57],
]

export const textWidth = (text: string, size: number) => {
  let ems = 0
  for (const letter of text) ems += widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.6
  return ems * size
}

/** Lines of words no wider than asked, save for a single word that is. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The width of the widest line. */
export const widest = (texts: readonly string[], size: number) =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))))
