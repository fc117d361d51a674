import { parseXml } from '../parse-xml.ts'
import type { Sheet } from '../sheet.ts'
import { Unreadable } from '../unreadable.ts'
import { type CodedRecord, isUserField, MESSAGE_SHEETS, sheetOfRecords } from './records-sheet.ts'

/** The same words in both formats: what a group or set says for each of its values. */
const shared = new Set(['dataSet', 'period', 'orgUnit', 'attributeOptionCombo'])
/** Attributes of a group beyond those name its attribute option combination, category by category. */
const OF_GROUP = 'group:'

/**
 * A data value set, or an ADX message, in XML → one sheet of its values.
 *
 * Errors  `Unreadable`
 */
export function decodeXml(bytes: Uint8Array): Sheet[] {
  const records: Record<string, string>[] = []
  const path: string[] = []
  let root = ''
  let common: CodedRecord = {}
  parseMessage(bytes, {
    open(name, attributes) {
      if (path.length === 0) root = name
      if (name === 'dataValueSet') common = onlyShared(attributesOf(attributes))
      if (name === 'group' && root === 'adx') common = ofGroup(attributesOf(attributes))
      if (name === 'dataValue') records.push({ ...common, ...attributesOf(attributes) })
      path.push(name)
    },
    close: () => void path.pop(),
    text(text) {
      const last = records.at(-1)
      if (last && path.includes('dataValue') && !path.some(isUserField) && text.trim() !== '')
        last.annotation = `${last.annotation ?? ''} ${text.trim()}`.trim()
    },
  })
  const kind = root === 'adx' ? 'adx' : 'dhis2'
  if (kind === 'dhis2' && !/^dataValueSets?$/.test(root)) throw new Unreadable('file-kind-unknown', 'XML')
  return [sheetOfRecords(MESSAGE_SHEETS[kind], records)]
}

/** A message is not a part of a workbook, and its faults are not a workbook's. */
function parseMessage(...[bytes, handlers]: Parameters<typeof parseXml>) {
  try {
    parseXml(bytes, handlers)
  } catch (error) {
    const reason = error instanceof Unreadable && error.reason ? error.reason : 'XML'
    throw new Unreadable('message-damaged', reason)
  }
}

const attributesOf = (attributes: Record<string, string>): CodedRecord =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, text]) => [name.slice(name.indexOf(':') + 1), text]),
  )

const onlyShared = (attributes: CodedRecord): CodedRecord =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => shared.has(name)))

const ofGroup = (attributes: CodedRecord): CodedRecord =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, text]) => [shared.has(name) ? name : `${OF_GROUP}${name}`, text]),
  )
