import { loadUpdates } from '../../indicators/logframe/load-updates.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { loadRules } from '../../pipelines/rules/load-rules.ts'
import { loadSources } from '../../pipelines/stages/map/load-sources.ts'
import { Problem } from './problem.ts'

/**
 * Everything that is data and decides what a number means: logframe, updates, sources, rules. `learned` is the folder
 * of descriptions people settled here; without it only the shipped ones count.
 *
 * Errors  `definitions-wrong`, with every mistake by file and line
 */
export function loadDefinitions(learned: string | null = null) {
  try {
    const logframe = loadLogframe()
    return {
      logframe,
      updates: loadUpdates(),
      sources: loadSources(logframe.elements, undefined, learned),
      rules: loadRules().rules,
    }
  } catch (error) {
    throw new Problem('definitions-wrong', { reason: (error as Error).message })
  }
}
export type Definitions = ReturnType<typeof loadDefinitions>
