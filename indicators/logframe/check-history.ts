import { versionsOf } from '../model/definition-history.ts'
import { type Definition, type Indicator, meanings } from '../model/indicator.ts'
import { quarterOf } from '../model/period.ts'
import { eachToldOnce, type Located, type LogframeProblem, problemAt } from './problem.ts'

type Check = (definition: Located<Definition>) => LogframeProblem[]

/**
 * Mistakes of an indicator's present definition by `check`, of its history, and of every earlier definition by the
 * same `check`. What is wrong in several versions for one reason is told once, where the latest of them says it.
 */
export function checkWithHistory(indicator: Located<Indicator>, check: Check): LogframeProblem[] {
  const earlier = earlierVersions(indicator).reverse()
  return eachToldOnce([...check(indicator), ...checkHistory(indicator), ...earlier.flatMap(check)])
}

/** Each earlier definition whole; what it takes over from the next one stands on the line its version begins. */
function earlierVersions(indicator: Located<Indicator>): Located<Definition>[] {
  const written = indicator.value.earlier ?? []
  return versionsOf(indicator.value)
    .slice(0, -1)
    .map((value, i) => ({
      value,
      file: indicator.file,
      lineOf: (key, ...rest) =>
        key !== undefined && Object.hasOwn(written[i] ?? {}, key)
          ? indicator.lineOf('earlier', i, key, ...rest)
          : indicator.lineOf('earlier', i),
    }))
}

function checkHistory(indicator: Located<Indicator>): LogframeProblem[] {
  const { earlier = [], version } = indicator.value
  const versions = versionsOf(indicator.value)
  const counted =
    version === versions.length
      ? []
      : [
          problemAt(
            indicator,
            ['version'],
            `there are ${earlier.length} versions under earlier: write version: ${versions.length}, or add what an earlier version said`,
          ),
        ]
  return [
    ...counted,
    ...earlier.flatMap((written, i) => {
      const [own, next] = versions.slice(i)
      const at = (key: string, message: string) => problemAt(indicator, ['earlier', i, key], message)
      if (!own || !next) return []
      const given = meanings.filter((key) => Object.hasOwn(written, key))
      const same = given.filter((key) => JSON.stringify(own[key]) === JSON.stringify(next[key]))
      return [
        ...(written.version === i + 1
          ? []
          : [at('version', `versions are counted from 1, the oldest first: write version: ${i + 1}`)]),
        ...(quarterOf(own.since) < quarterOf(next.since)
          ? []
          : [
              at(
                'since',
                `version ${next.version} holds since ${next.since}, so this one holds on no quarter's last day: write dates of different quarters in order, or remove it`,
              ),
            ]),
        ...same.map((key) =>
          at(
            key,
            `${key} is the same in version ${next.version}: write what was different then, or remove it`,
          ),
        ),
        ...(given.length > 0
          ? []
          : [
              at(
                'version',
                `nothing is different from version ${next.version}: write what was, or remove this version`,
              ),
            ]),
      ]
    }),
  ]
}
