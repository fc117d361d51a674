import type { Outline } from '../../api/contract/report.ts'
import { inPeriod } from './period.ts'
import * as parts from './sections.ts'

/** What stands in each kind of report, in the order its reader expects. */
export const outlines: Readonly<Record<Outline, readonly parts.Section[]>> = {
  /** The European Union's interim narrative report. */
  interim: [
    parts.summary,
    inPeriod,
    parts.progress,
    parts.women,
    parts.inCountries,
    parts.risks,
    parts.lessons,
    parts.aboutData,
  ],
  /** Its final one: what was there at the start, what is there at the end, and what stays. */
  final: [
    parts.summary,
    parts.progress,
    inPeriod,
    parts.women,
    parts.inCountries,
    parts.risks,
    parts.lasting,
    parts.lessons,
    parts.aboutData,
  ],
  /** The quarterly one of the UN Office of Counter-Terrorism. */
  quarterly: [
    parts.summary,
    inPeriod,
    parts.updates,
    parts.women,
    parts.rights,
    parts.risks,
    parts.next,
    parts.legend,
  ],
  /** For a steering committee: each country asked for, by itself. */
  brief: [parts.countryBrief],
}
