import { parseXml } from './parse-xml.ts'
import type { Zip } from './read-zip.ts'
import { Unreadable } from './unreadable.ts'

/** Where programs lie in a workbook; pictures of the sheet may stand beside embedded files of other office programs. */
const places = [
  { reason: 'macros', at: /vbaproject|macrosheets|^(basic|scripts)\// },
  { reason: 'controls', at: /(^|\/)activex\// },
  { reason: 'embedded object', at: /(^|\/)embeddings\/(?!.*\.(xlsx|docx|pptx)$)./ },
]
/** A program under any other name has to be declared to be run. */
const declared = /vbaproject|macrosheet|activex|oleobject/i
const related = /\/(vbaProject|xlMacrosheet|xlIntlMacrosheet|attachedTemplate)$/

/**
 * Nothing in a workbook is ever run here, but the file as it came is kept, and others may open it.
 *
 * Errors  `Unreadable`
 */
export function refusePrograms(zip: Zip): void {
  for (const name of zip.names) {
    const found = places.find(({ at }) => at.test(name))
    if (found) throw new Unreadable('zip-unsafe', found.reason)
  }
  refuseWhere(zip.read('[content_types].xml'), ({ ContentType = '' }) => declared.test(ContentType))
  refuseWhere(zip.read('xl/_rels/workbook.xml.rels'), ({ Type = '' }) => related.test(Type))
}

function refuseWhere(part: Uint8Array | null, isProgram: (attributes: Record<string, string>) => boolean) {
  if (!part) return
  parseXml(part, {
    open(_, attributes) {
      if (isProgram(attributes)) throw new Unreadable('zip-unsafe', 'macros')
    },
  })
}
