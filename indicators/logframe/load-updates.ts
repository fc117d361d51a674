import { countries, PROGRAMME } from '../model/place.ts'
import { Update } from '../model/released.ts'
import { type LogframeProblem, listProblems, problemAt } from './problem.ts'
import { openYaml, readEach } from './yaml-file.ts'

const places: string[] = [PROGRAMME, ...countries]

/**
 * The dated public events, oldest first.
 *
 * Errors  one error that lists every mistake as `file:line: what to write instead`
 */
export function loadUpdates(folder = import.meta.dirname): Update[] {
  const read = readEach(openYaml(folder, 'updates.yaml'), Update)
  const updates = read.flatMap(({ found }) => found ?? [])
  const mistakes: LogframeProblem[] = updates.flatMap((update) => [
    ...(/^\d{4}(-\d{2}){0,2}$/.test(update.value.date)
      ? []
      : [
          problemAt(
            update,
            ['date'],
            `"${update.value.date}" is not a date: write 2020, 2020-05 or 2020-05-18`,
          ),
        ]),
    ...(places.includes(update.value.country)
      ? []
      : [
          problemAt(
            update,
            ['country'],
            `"${update.value.country}" is not a country: write one of ${places.join(', ')}`,
          ),
        ]),
  ])
  const problems = [...read.flatMap((one) => one.problems), ...mistakes]
  if (problems.length > 0)
    throw new Error(listProblems(`The updates in ${folder} cannot be used until this is mended:`, problems))
  return updates.map(({ value }) => value).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
