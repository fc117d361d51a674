import { nearest } from '../../../indicators/logframe/nearest.ts'
import { type Dimension, dimensions } from '../../../indicators/model/breakdown.ts'
import type { DataElement } from '../../../indicators/model/data-element.ts'
import type { Mapping, Meaning } from './mapping.ts'

type Misfit = { path: PropertyKey[]; message: string }
type Place = { file: string; country: string }

/**
 * What its schema cannot see in a description: its name, patterns that are none, elements and categories that do
 * not exist. A person may have written it by hand.
 *
 * Shape  each with the path of the part that is wrong
 */
export function checkMapping(
  mapping: Mapping,
  elements: ReadonlyMap<string, DataElement>,
  { file, country }: Place,
): Misfit[] {
  const { id, version, tables } = mapping
  const misfits: Misfit[] = []
  const add = (path: PropertyKey[], message: string) => misfits.push({ path, message })
  const checkPattern = (path: PropertyKey[], pattern: string) => {
    if (!isPattern(pattern)) add(path, `“${pattern}” is no regular expression`)
  }
  if (file !== `${id}.yaml` && file !== `${id}@${version}.yaml`)
    add(['id'], `the file has to be called ${id}@${version}.yaml, after its id and version`)
  if (mapping.country !== country || !id.startsWith(country))
    add(['country'], `it lies in the folder of ${country}`)
  checkPattern(['file'], mapping.file)
  for (const [t, table] of tables.entries()) {
    checkPattern(['tables', t, 'sheet'], table.sheet)
    const named: [PropertyKey[], Meaning][] = [
      ...table.columns.map((column, i): [PropertyKey[], Meaning] => [['tables', t, 'columns', i], column]),
      ...Object.entries(table.measure?.labels ?? {}).map(([label, meaning]): [PropertyKey[], Meaning] => [
        ['tables', t, 'measure', 'labels', label],
        meaning,
      ]),
    ]
    for (const [path, { element, cell }] of named) {
      if (element && !elements.has(element)) {
        const near = nearest(element, elements.keys())
        add([...path, 'element'], `there is no data element ${element}${near ? `; write ${near}` : ''}`)
      }
      for (const [dimension, category] of Object.entries(cell))
        if (!(dimensions[dimension as Dimension] as readonly string[]).includes(category))
          add([...path, 'cell', dimension], `${dimension} has no ${category}`)
    }
  }
  return misfits
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
