import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareWithCurrent } from '../../api/services/compare-with-current.ts'
import { type Context, openContext } from '../../api/services/context.ts'
import { loadDefinitions } from '../../api/services/definitions.ts'
import { dryRun } from '../../api/services/dry-run.ts'
import { importFile, type Outcome } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { readAgain } from '../../api/services/rebuild-all.ts'
import { nationalImports } from '../../api/services/registers.ts'
import { allImports } from '../../api/store/imports.ts'
import { checkFile } from '../../pipelines/stages/check-file.ts'
import { returnsOf } from './national-returns.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-coded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const value = (orgUnit: string, number: string, more = {}) => ({
  dataElement: 'PP_CAP',
  period: '2021Q1',
  orgUnit,
  value: number,
  storedBy: 'j.doe',
  ...more,
})
const message = (...dataValues: object[]) => Buffer.from(JSON.stringify({ dataValues }))

describe('messages after a report', () => {
  let context: Context
  let known: { orgUnit: string; value: string }[] = []
  const take = async (name: string, bytes: Buffer): Promise<Outcome> => {
    const intake = await openIntake(context)
    try {
      return await importFile(intake, {
        name,
        bytes,
        country: 'TUN',
        receivedOn: '2021-07-20',
        origin: 'person',
      })
    } finally {
      intake.close()
    }
  }

  beforeAll(async () => {
    context = openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date('2022-01-01T00:00:00Z') })
    const [sent] = await returnsOf('TUN-population', ['2021-Q1'])
    if (!sent) throw new Error('no return')
    expect((await take(sent.name, sent.bytes)).verdict).toBe('imported')
    const { slices } = await checkFile({ ...sent, sources: loadDefinitions().sources })
    known = (slices[0]?.observations ?? [])
      .filter(({ element, state }) => element === 'PP_CAP' && state === 'observed')
      .map((one) => ({ orgUnit: one.place, value: String(one.value) }))
  })
  afterAll(() => context.close())

  const path = (bytes: Buffer) => {
    const file = join(folder, 'message.json')
    writeFileSync(file, bytes)
    return file
  }

  it('are tried first: what is known already is ignored, what is wrong is named by its index', async () => {
    const [first, second] = known
    const summary = await dryRun(
      context,
      path(
        message(
          value(first?.orgUnit ?? '', first?.value ?? ''),
          value(second?.orgUnit ?? '', String(Number(second?.value) + 1)),
          value('nowhere', '5'),
        ),
      ),
      'TUN',
    )
    expect(summary).toMatchObject({
      status: 'WARNING',
      importCount: { imported: 0, updated: 1, ignored: 2, deleted: 0 },
      conflicts: [{ object: 'nowhere', property: 'place', errorCode: 'place-unknown', indexes: [2] }],
      rejectedIndexes: [2],
    })
  })

  it('change the values they name and no other, and are the same when everything is read again', async () => {
    const [first, second] = known
    const [report] = nationalImports(context)
    const merged = message(value(first?.orgUnit ?? '', String(Number(first?.value) + 1)))
    const outcome = await take('first.json', merged)
    expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(outcome).toMatchObject({
      verdict: 'imported',
      imports: [{ mapping: 'TUN-population', quarter: '2021-Q1', observations: report?.observations }],
      differences: { new: 0, changed: 1, removed: 0 },
    })
    const deleted = message(value(second?.orgUnit ?? '', '', { deleted: true }))
    const after = await take('second.json', deleted)
    expect(after).toMatchObject({
      verdict: 'imported',
      imports: [{ observations: (report?.observations ?? 0) - 1 }],
    })
    const reread = await readAgain(context, loadDefinitions(), { folder: join(folder, 'again'), anew: false })
    expect(reread.map(({ before, sliceHash }) => before.sliceHash === sliceHash)).toEqual([true])
    expect(allImports(context.state)).toHaveLength(3)
  })

  it('are no news when they say what counts already', async () => {
    const [first] = known
    const same = message(value(first?.orgUnit ?? '', String(Number(first?.value) + 1), { comment: 'again' }))
    expect((await take('third.json', same)).verdict).toBe('known-already')
  })

  it('are compared with every report they change, also with one of which they leave nothing', async () => {
    const intake = await openIntake(context)
    try {
      const mapping = { id: 'TUN-population', version: 1 }
      const slices = [{ quarter: '2021-Q1' as const, mapping, observations: [] }]
      const gone = await compareWithCurrent(intake.history, { country: 'TUN', slices })
      expect(gone).toMatchObject({ new: 0, changed: 0 })
      expect(gone?.removed).toBeGreaterThan(100)
      const other = [{ quarter: '2021-Q2' as const, mapping, observations: [] }]
      expect(await compareWithCurrent(intake.history, { country: 'TUN', slices: other })).toBeNull()
    } finally {
      intake.close()
    }
  })

  it('keep nobody’s user name, not even in the original', async () => {
    const raw = await context.raw()
    for (const { fileHash, file } of allImports(context.state).filter(({ file }) => file.endsWith('.json'))) {
      const kept = (await raw.get(fileHash)).toString()
      expect([file, kept.includes('PP_CAP'), kept.includes('doe')]).toEqual([file, true, false])
    }
  })
})
