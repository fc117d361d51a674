/** Em widths by kind of letter, a little generous: the server cannot measure text, and a gap is better than a clip. */
const widths: readonly [RegExp, number][] = [
  [/[\u0300-\u036f\u064b-\u065f\u200b-\u200f\u2066-\u2069]/, 0],
  [/[ijlIfrt.,:;'’|!()[\]·\s\u0627\u0644]/, 0.34],
  [/[mwMW%@шщжмыюфШЩЖМЫЮФ]/, 0.9],
  [/[A-ZА-ЯЁӘҒҚҢӨҰҮҺ]/, 0.7],
  [/[\u0600-\u06ff]/, 0.56],
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
