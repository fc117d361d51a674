import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../../indicators/model/observation.ts'
import { applyMessage, type Change } from '../../../../pipelines/stages/coded/apply-message.ts'
import { countChanges } from '../../../../pipelines/stages/coded/count-changes.ts'

const observation = (cell: string, value: number | null, file: string, place = 'UGA-R1-01'): Observation => ({
  element: 'PEOPLE',
  country: 'UGA',
  place,
  periodStart: '2021-01-01',
  periodEnd: '2021-03-31',
  deliveredAs: 'period',
  cell,
  state: value === null ? 'missing' : 'observed',
  value,
  text: null,
  derived: false,
  lineage: {
    fileHash: file.repeat(64),
    file,
    sheet: '',
    ref: `${file.toUpperCase()}${cell.length}`,
    mapping: 'UGA-small@1',
  },
})
const change = (action: Change['action'], cell: string, value: number | null, blank = false): Change => ({
  index: 1,
  action,
  blank,
  observation: observation(cell, value, 'b'),
})
const completions = [
  { elements: ['PEOPLE'], make: { sex: 'male' }, as: 'rest' as const, of: [{ sex: 'female' }] },
]
const previous = applyMessage([], {
  changes: [
    { ...change('merge', '', 40), observation: observation('', 40, 'a') },
    { ...change('merge', 'sex=female', 12), observation: observation('sex=female', 12, 'a') },
  ],
  completions,
})
const said = (observations: readonly Observation[]) =>
  Object.fromEntries(
    observations.map(({ cell, value, lineage }) => [
      cell || 'all',
      `${value} ${lineage.file} ${lineage.ref}`,
    ]),
  )

describe('a message over what is known', () => {
  it('merges: what it does not speak of keeps its lineage, and what is worked out is worked out again', () => {
    const after = applyMessage(previous, { changes: [change('merge', 'sex=female', 15)], completions })
    expect(said(previous)).toEqual({ all: '40 a A0', 'sex=female': '12 a A10', 'sex=male': '28 a A0-A10' })
    expect(said(after)).toEqual({ all: '40 a A0', 'sex=female': '15 b B10', 'sex=male': '25 b B10' })
  })

  it('takes nothing away by a blank', () => {
    const after = applyMessage(previous, { changes: [change('merge', '', null, true)], completions })
    expect(said(after)).toEqual(said(previous))
  })

  it('replaces the series a row is of, and no other', () => {
    const elsewhere = observation('', 7, 'a', 'UGA-R1-02')
    const after = applyMessage([...previous, elsewhere], {
      changes: [change('replace', '', 41)],
      completions,
    })
    expect(after.map(({ place, cell, value }) => [place, cell, value])).toEqual([
      ['UGA-R1-01', '', 41],
      ['UGA-R1-02', '', 7],
    ])
  })

  it('deletes one value, and what was worked out from it', () => {
    const after = applyMessage(previous, { changes: [change('delete', 'sex=female', null)], completions })
    expect(said(after)).toEqual({ all: '40 a A0' })
  })

  it('counts what is new, changed, the same and taken back', () => {
    const message = {
      report: 'UGA-small',
      quarter: '2021-Q1',
      completions,
      changes: [
        change('merge', '', 40),
        change('merge', 'sex=female', 13),
        change('merge', 'sex=unknown', 1),
      ],
    }
    expect(countChanges(previous, message)).toEqual({ imported: 1, updated: 1, ignored: 1, deleted: 0 })
    const renewed = { ...message, changes: [change('replace', '', 40)] }
    expect(countChanges(previous, renewed)).toEqual({ imported: 0, updated: 0, ignored: 1, deleted: 1 })
  })
})

describe('whatever the message', () => {
  const changes = fc.uniqueArray(
    fc.record({
      action: fc.constantFrom('merge', 'replace', 'delete'),
      cell: fc.constantFrom('', 'sex=female', 'sex=male', 'sex=unknown'),
      value: fc.option(fc.nat(99)),
      blank: fc.boolean(),
    }),
    { selector: ({ cell }) => cell, maxLength: 4 },
  )
  const made = (rows: { action: string; cell: string; value: number | null; blank: boolean }[]) =>
    rows.map(({ action, cell, value, blank }) =>
      change(action as Change['action'], cell, blank ? null : value, blank),
    )

  it('gives the same in any order, and nothing more the second time', () => {
    fc.assert(
      fc.property(changes, (rows) => {
        const message = { changes: made(rows), completions }
        const once = applyMessage(previous, message)
        const backwards = { changes: [...message.changes].reverse(), completions }
        expect(applyMessage([...previous].reverse(), backwards)).toEqual(once)
        expect(applyMessage(once, message)).toEqual(once)
      }),
    )
  })
})
