import { expect, it } from 'vitest'
import { measured } from '../../../indicators/compute/measured.sql.ts'
import { questionsOf } from '../../../indicators/compute/questions.ts'
import {
  calendars,
  placesAboveUnits,
  reportedParts,
  submissions,
} from '../../../indicators/compute/registers.sql.ts'
import { loadLogframe } from '../../../indicators/logframe/read-logframe.ts'
import { quartersBetween } from '../../../indicators/model/period.ts'
import { fillWarehouse } from '../../../pipelines/warehouse/build-warehouse.ts'
import { openWarehouse } from '../../../pipelines/warehouse/open-warehouse.ts'
import { contents } from '../../pipelines/warehouse/observations.ts'

const quarters = quartersBetween('2018-Q4', '2022-Q3')
const yearStarts = new Map([['KAZ', 1] as const])
const questions = questionsOf(loadLogframe(), { quarters, yearStarts })
const queries = {
  measured: measured(questions.measures, questions.windows),
  'places-above-units': placesAboveUnits,
  submissions,
  calendars,
  'reported-parts': reportedParts(['PP_STOCK'], ['2021-06-30']),
}

it.each(Object.entries(queries))('%s is the SQL that was reviewed', async (name, { text }) => {
  await expect(`${text}\n`).toMatchFileSnapshot(`../../golden/sql/${name}.sql`)
})

it.each(Object.entries(queries))('%s fits the tables of a real warehouse', async (_, { text, values }) => {
  const db = await openWarehouse()
  try {
    await fillWarehouse(db, contents)
    await expect(db.all({ text: `EXPLAIN ${text}`, values })).resolves.toHaveLength(1)
  } finally {
    db.close()
  }
})

it('asks once what several indicators need', () => {
  const keys = questions.measures.map(({ measure: _, ...asked }) => JSON.stringify(asked))
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeLessThan(400)
})
