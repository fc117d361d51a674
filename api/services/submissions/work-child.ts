// Runs in a process of its own, so that a server that has it work goes on answering.
import { openContext, type Step } from '../context.ts'
import { keptDefinitions } from '../kept-definitions.ts'
import { Problem } from '../problem.ts'
import { type Asked, doTask, type TaskName } from './tasks.ts'
import type { WorkMessage, WorkRequest } from './work.ts'

let report: (step: Step) => void = () => {}
const context = openContext({ env: process.env, report: (step) => report(step) })
const definitions = keptDefinitions(context.paths.mappings)
const send = (message: WorkMessage) => process.send?.(message)
let before: Promise<unknown> = Promise.resolve()

process.on('message', (request: WorkRequest) => {
  before = before.then(() => answer(request))
})
process.on('disconnect', () => process.exit())

async function answer({ id, name, account, asked }: WorkRequest) {
  report = (step) => send({ id, step })
  try {
    // Safe: the one who sends it has typed it by the task's name.
    const done = await doTask(context, definitions(), { name, account, asked: asked as Asked<TaskName> })
    send({ id, done })
  } catch (error) {
    if (error instanceof Problem) {
      const { code, params, errors } = error
      send({ id, problem: { code, params, errors } })
    } else send({ id, failed: (error as Error).stack ?? String(error) })
  }
}
