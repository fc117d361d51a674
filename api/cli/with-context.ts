import { type Context, openContext } from '../services/context.ts'
import type { Env } from '../services/paths.ts'
import type { ExitCode } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Opens the stores for as long as a command runs. */
export async function withContext(
  env: Env,
  terminal: Terminal,
  run: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  const context = openContext({ env, report: terminal.progress })
  try {
    return await run(context)
  } finally {
    context.close()
  }
}
