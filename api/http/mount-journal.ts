import { mediaTypes } from '../contract/endpoint.ts'
import { getJournal } from '../contract/journal/get-journal.ts'
import { rightTo } from '../contract/rights.ts'
import type { Context } from '../services/context.ts'
import { journalCsv, tellJournal } from '../services/tell-journal.ts'
import { authorise } from './authorise.ts'
import { type App, inputOf } from './serve.ts'

/** The record of what was done, a page at a time, and whole as a table. */
export function mountJournal(app: App, context: Context) {
  const { path, id, output } = getJournal
  app.get(path, (c) => {
    authorise(c, context, rightTo(id))
    const told = output.parse(tellJournal(context, inputOf(c, getJournal)))
    return c.body(JSON.stringify(told), 200, {
      'content-type': mediaTypes.json,
      'cache-control': 'no-store',
    })
  })
  app.get(`${path}.csv`, (c) => {
    authorise(c, context, rightTo(id))
    return c.body(journalCsv(context, inputOf(c, getJournal)), 200, {
      'content-type': mediaTypes.csv,
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="waymark-journal.csv"',
    })
  })
}
