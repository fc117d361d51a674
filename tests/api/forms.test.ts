import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, expect, it } from 'vitest'
import { openContext } from '../../api/services/context.ts'
import { importFile } from '../../api/services/import-file.ts'
import { openIntake } from '../../api/services/intake.ts'
import { makeTemplate } from '../../api/services/make-template.ts'
import { Problem } from '../../api/services/problem.ts'
import { currentImports } from '../../api/store/imports.ts'
import { type FormOrder, fillTemplate, type Typed } from '../../fixtures/broken/fill-template.ts'
import { ALL_FIGURES } from '../../pipelines/forms/template/layout.ts'
import { returnsOf } from './national-returns.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-forms-'))
const context = openContext({ env: { WAYMARK_DATA: folder }, now: () => new Date('2022-01-01T00:00:00Z') })
afterAll(() => {
  context.close()
  rmSync(folder, { recursive: true, force: true })
})

async function take(name: string, bytes: Uint8Array, leave: { allowRemoved?: boolean } = {}) {
  const intake = await openIntake(context)
  try {
    const sent = {
      name,
      bytes: Buffer.from(bytes),
      receivedOn: '2021-07-20',
      origin: 'person' as const,
      ...leave,
    }
    return { ...(await importFile(intake, sent)), sources: intake.definitions.sources }
  } finally {
    intake.close()
  }
}

it('takes the form for all figures as the reports it holds, once its blanks may take the place of the figures before', async () => {
  const [training] = await returnsOf('TUN-training', ['2021-Q2'])
  const { sources } = await take(training?.name ?? '', training?.bytes ?? new Uint8Array())
  const order: FormOrder = {
    country: 'TUN',
    quarter: '2021-Q2',
    report: ALL_FIGURES,
    language: 'fr',
    sources,
  }
  const typed: Typed[] = [
    { place: 'TUN-R1', key: 'TR_FIRST', value: 12 },
    { place: 'TUN-R1-01', key: 'PP_CAP', value: 400 },
  ]
  const form = await fillTemplate(order, typed)
  const first = await take('tout.xlsx', form)
  expect([first.verdict, first.imports]).toEqual(['removes-values', []])
  expect(first.differences?.removed).toBeGreaterThan(0)
  const { verdict, imports } = await take('tout.xlsx', form, { allowRemoved: true })
  expect(verdict).toBe('imported')
  const current = currentImports(context.state)
  expect(current.map(({ mapping, file }) => `${mapping} ${file}`).sort()).toEqual([
    'TUN-half-year tout.xlsx',
    'TUN-population tout.xlsx',
    'TUN-programme tout.xlsx',
    'TUN-training tout.xlsx',
  ])
  expect(imports).toHaveLength(4)
})

it('shows in the next form what was reported in the last, and gives it a name', async () => {
  const { name, bytes } = await makeTemplate(context, {
    country: 'TUN',
    quarter: '2021-Q3',
    report: 'TUN-population',
    language: 'en',
  })
  expect(name).toBe('TUN-population 2021-Q3 en.xlsx')
  const rows = (await readXlsx(bytes)).sheets[1]?.rows ?? []
  const column = rows[1]?.indexOf('PP_CAP') ?? 0
  expect([rows[2]?.[2], rows[2]?.[column], rows[2]?.[column + 1]]).toEqual(['TUN-R1-01', null, 400])
})

it('has no form for a report that is not due', async () => {
  const asked = { country: 'TUN', quarter: '2021-Q3', report: 'TUN-annual', language: 'en' } as const
  const error = await makeTemplate(context, asked).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ code: 'form-not-due' })
})
