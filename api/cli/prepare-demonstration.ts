import { openContext } from '../services/context.ts'
import {
  type Condition,
  conditionOf,
  makeDemonstration,
  removeDemonstration,
} from '../services/make-demonstration.ts'
import { type Env, pathsOf } from '../services/paths.ts'
import type { Terminal } from './terminal.ts'

type Ready = Extract<Condition, 'own-data' | 'demonstration'>

/** Sees to it that there is something to show: makes the demonstration where there is none or its makings have changed. */
export async function prepareDemonstration(env: Env, terminal: Terminal): Promise<Ready> {
  const condition = await look(env)
  if (condition === 'own-data' || condition === 'demonstration') return condition
  if (condition === 'outdated-demonstration') {
    terminal.say('The demonstration is unfinished, or its definitions or code have changed: making it again.')
    await removeDemonstration(pathsOf(env))
  }
  if (!env.WAYMARK_KEY_FILE) {
    terminal.say(`! The key of the original files lies beside them, in ${pathsOf(env).key}.`)
    terminal.say(
      '! That will do for the demonstration. For real files name a place elsewhere in WAYMARK_KEY_FILE.',
    )
  }
  const context = openContext({ env, report: terminal.progress })
  try {
    const { files, refused, id } = await makeDemonstration(context)
    terminal.say(
      `The demonstration is made: ${files} files came, ${refused} were sent back, release ${id} is published.`,
    )
    return 'demonstration'
  } finally {
    context.close()
  }
}

async function look(env: Env): Promise<Condition> {
  const context = openContext({ env })
  try {
    return conditionOf(context)
  } finally {
    context.close()
  }
}
