import type { IndicatorEvidence } from '../../indicators/model/evidence.ts'
import type { Definitions, FileCells, FileList, Readings, UnitList } from '../../indicators/model/readings.ts'
import type { ReleaseLabel } from '../../indicators/model/released.ts'
import type { WindowsView } from '../../indicators/model/windows-view.ts'

const element = 'TR_FIRST'
const quarter = '2021-Q2'
const fileHash = 'c'.repeat(64)
const file = 'training.csv'
const one = (word: string) => ({ words: [word], at: [0] })

/** What the figure of the tiny release speaks of. */
export const tinyDefinitions: Definitions = {
  elements: [
    {
      id: element,
      title: { en: 'Staff trained for the first time' },
      kind: 'flow',
      people: true,
      dimensions: ['sex'],
      scope: 'country',
      frequency: 'quarterly',
      sensitivity: 'S0',
      usedBy: ['staff-trained'],
    },
  ],
  windows: [{ indicator: 'staff-trained', quarter, country: null, first: '2018-12-01', last: '2021-06-30' }],
}

/** The same figure down to its one cell, which says `value`: files of the internal edition. */
export function tinyEvidence(value: number): Record<string, string> {
  const evidence: IndicatorEvidence = {
    indicator: 'staff-trained',
    version: 1,
    quarters: [quarter],
    measures: [{ measure: 0, element, cell: '', programmeOnly: false, rule: 'sum', span: 0 }],
    windows: [
      {
        ...{ span: 0, country: null, quarter, opens: '2018-12-01', closes: '2021-06-30' },
        ...{ freshFrom: '2021-04-01', lastFrom: '2021-04-01', firstSlot: 8076, lastSlot: 8085 },
      },
    ],
    questions: [{ cell: '', of: [0], over: null, people: null }],
    parts: {
      ...{ measure: [0], quarter: one(quarter), place: one('KAZ'), state: one('observed') },
      ...{ value: [value], reported: [1], expected: [10], carried: [] },
    },
    awaited: [],
  }
  const readings: Readings = {
    element,
    country: 'KAZ',
    sources: [
      {
        ...{ fileHash, file, sheet: '', mapping: 'KAZ-training@1' },
        ...{ periodStart: '2021-04-01', periodEnd: '2021-06-30', deliveredAs: 'period' },
      },
    ],
    ...{ source: [0], place: one('KAZ'), cell: one(''), state: one('observed'), value: [value] },
    ...{ derived: [], ref: ['C7'], unused: [] },
    apart: { row: [], periodStart: [], periodEnd: [], value: [], joined: [], less: [] },
  }
  const cells: FileCells = {
    ...{ file, fileHash, country: 'KAZ', sheet: one(''), ref: ['C7'], element: one(element), row: [0] },
  }
  const units: UnitList = [{ code: 'KAZ', name: 'Kazakhstan', programme: true, opened: null, closed: null }]
  const files: FileList = [{ file, fileHash }]
  return {
    'units.json': JSON.stringify(units),
    'files.json': JSON.stringify(files),
    'evidence/staff-trained/1.json': JSON.stringify(evidence),
    'readings/TR_FIRST/KAZ.json': JSON.stringify(readings),
    [`cells/${fileHash}.json`]: JSON.stringify(cells),
  }
}

/** The tiny release over other windows: nothing. */
export function tinyWindows(release: ReleaseLabel): WindowsView {
  const none = { words: [], at: [] }
  return {
    ...{ release, indicator: 'staff-trained', window: none, opens: none, quarter: none, place: none },
    ...{ cell: none, state: none, value: [], numerator: [], denominator: [], low: [], high: [] },
    ...{ reported: [], expected: [], running: [], partial: [], carried: [] },
  }
}
