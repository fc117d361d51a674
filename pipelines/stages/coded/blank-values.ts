const fields = '(?:stored|created|(?:last_?)?updated|modified)_?by(?:_?user)?(?:_?info)?|user(?:_?name)?'
const jsonField = new RegExp(`"(?:${fields})"\\s*:\\s*`, 'gi')
const xmlAttribute = new RegExp(`(\\s(?:${fields})\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'gi')
const xmlElement = new RegExp(`<((?:[\\w.-]+:)?(?:${fields}))(?:\\s[^<>]*[^<>/]|\\s*)>`, 'gi')

/** Empties every value of a user's field in JSON, whatever the value holds. */
export const blankJson = (text: string) =>
  replacedAfter(text, jsonField, (from) => ({ end: endOfValue(text, from), by: '""' }))

/** Empties attributes and elements of a user's field in XML, with all that stands inside. */
export function blankXml(text: string): string {
  const plain = text.replace(xmlAttribute, '$1""')
  const unclosed = new Set<string>()
  return replacedAfter(plain, xmlElement, (from, [, name = '']) => {
    const end = unclosed.has(name) ? -1 : plain.indexOf(`</${name}`, from)
    if (end < 0) unclosed.add(name)
    return { end: end < 0 ? from : end, by: '' }
  })
}

type Cut = { end: number; by: string }

/** Replaces what follows each match, up to where `cut` says; what was cut is not searched again. */
function replacedAfter(
  text: string,
  pattern: RegExp,
  cut: (from: number, match: RegExpExecArray) => Cut,
): string {
  const search = new RegExp(pattern)
  const kept: string[] = []
  let from = 0
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const start = match.index + match[0].length
    const { end, by } = cut(start, match)
    kept.push(text.slice(from, start), by)
    from = end
    search.lastIndex = Math.max(end, start)
  }
  return kept.join('') + text.slice(from)
}

/** Where a JSON value ends: a text at its quote, a list or an object at its bracket, anything else before a comma. */
function endOfValue(text: string, from: number): number {
  let [depth, quoted] = [0, false]
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
      if (!quoted && depth === 0) return at + 1
      continue
    }
    if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return at
      depth -= 1
      if (depth === 0) return at + 1
    } else if (letter === ',' && depth === 0) return at
  }
  return text.length
}
