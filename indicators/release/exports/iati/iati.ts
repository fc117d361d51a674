import { quarterEnd } from '../../../model/period.ts'
import type { Text } from '../../../model/text.ts'
import type { EditionContent } from '../../views.ts'
import { element, type Node, text } from '../xml.ts'
import { type Activity, activity } from './read-activity.ts'
import { resultsOf } from './results.ts'
import { narratives } from './words.ts'

/**
 * Two ways to say the same: `full` says parts as dimensions and countries as locations; `nl` has one indicator per sex
 * and bare numbers, because the Netherlands' system reads no dimensions.
 */
export type Profile = 'full' | 'nl'

/**
 * The release as an IATI activities file, version 2.03.
 *
 * A figure that is withheld, missing or not due is left out: the standard has no mark for it.
 */
export function iatiXml(content: EditionContent, profile: Profile): string {
  const { label, logframe } = content
  const at = `${label.dataAsOf}T00:00:00Z`
  const { identifier, reporter, participants, status, sector, region } = activity
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'iati-activities',
    { version: '2.03', 'generated-datetime': at },
    element(
      'iati-activity',
      { 'last-updated-datetime': at, 'xml:lang': 'en', humanitarian: 0, hierarchy: 1 },
      element('iati-identifier', {}, text(identifier)),
      element(
        'reporting-org',
        { ref: reporter.ref, type: reporter.type },
        element('narrative', {}, text(reporter.name)),
      ),
      element('title', {}, narratives(activity.title)),
      element('description', { type: 1 }, narratives(describe(content))),
      participants.map(({ role, type, ref, name }) =>
        element('participating-org', { ref, role, type }, element('narrative', {}, text(name))),
      ),
      element('activity-status', { code: status }),
      element('activity-date', { type: 2, 'iso-date': logframe.start }),
      element('activity-date', { type: 4, 'iso-date': quarterEnd(label.quarter) }),
      element('recipient-region', { code: region, vocabulary: 1 }),
      profile === 'full' ? locations(activity) : null,
      element('sector', { code: sector, vocabulary: 1 }),
      resultsOf(content, profile),
    ),
  )}\n`
}

const describe = ({ label }: EditionContent): Text =>
  label.illustrative
    ? { en: `${activity.description.en} All figures of this file are invented for demonstration.` }
    : activity.description

const locations = ({ countries }: Activity): Node[] =>
  Object.entries(countries).map(([code, name]) =>
    element(
      'location',
      { ref: code },
      element('name', {}, element('narrative', {}, text(name))),
      element('administrative', { vocabulary: 'A4', level: 0, code: iso2[code] }),
    ),
  )

const iso2: Record<string, string> = { KAZ: 'KZ', TUN: 'TN', UGA: 'UG' }
