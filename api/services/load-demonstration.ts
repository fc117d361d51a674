import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { writeDemonstration } from '../../fixtures/write-demo.ts'
import type { Country } from '../../indicators/model/place.ts'
import type { Context } from './context.ts'
import { importFile, type Outcome } from './import-file.ts'
import { openIntake } from './intake.ts'
import { home } from './paths.ts'

const publicFigures = join(home, 'fixtures', 'files', 'public-figures.csv')

type Arriving = { path: string; country?: Country; receivedOn: string }

/**
 * Makes the demonstration's files and takes them in by the same way as any other, in the order they came.
 *
 * Shape   one outcome per file; some are refused on purpose, as some were in life
 */
export async function loadDemonstration(context: Context): Promise<Outcome[]> {
  const written = await writeDemonstration(context.paths.demonstration, (done, of) =>
    context.report({ doing: 'Writing the files', done, of }),
  )
  const lastDay =
    written
      .map(({ receivedOn }) => receivedOn)
      .sort()
      .at(-1) ?? ''
  const arriving: Arriving[] = [...written, { path: publicFigures, receivedOn: lastDay }]
  const intake = await openIntake(context)
  try {
    const outcomes: Outcome[] = []
    for (const { path, country, receivedOn } of arriving) {
      context.report({
        doing: 'Importing files',
        done: outcomes.length,
        of: arriving.length,
        what: basename(path),
      })
      const sent = { name: basename(path), bytes: await readFile(path), ...(country ? { country } : {}) }
      outcomes.push(
        await importFile(intake, { ...sent, receivedOn, origin: 'demonstration', allowRemoved: true }),
      )
    }
    context.report({ doing: 'Importing files', done: outcomes.length, of: arriving.length })
    return outcomes
  } finally {
    intake.close()
  }
}
