const canvas = document.createElement('canvas').getContext('2d')

/** A text as lines no wider than so many pixels in a font, broken between words. */
export function wrapped(text: string, font: string, width: number): string[] {
  if (!canvas) return [text]
  canvas.font = font
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || canvas.measureText(longer).width > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
