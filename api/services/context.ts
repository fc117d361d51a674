import { readKey } from '../store/key-file.ts'
import { openState, type State } from '../store/open-state.ts'
import { holdsRawFiles, type RawFiles, rawFiles } from '../store/raw-files.ts'
import { StoreFault } from '../store/store-fault.ts'
import { type Env, type Paths, pathsOf } from './paths.ts'
import { Problem } from './problem.ts'

/** What is being done, for whoever watches: `done` of `of`, about `what`. */
export type Step = { doing: string; done: number; of: number; what?: string }

/** All that services take from outside: time, environment, places, stores, and somebody to tell. */
export type Context = {
  env: Env
  paths: Paths
  now(): Date
  report(step: Step): void
  state: State
  /** What original files and other secrets are sealed with; read when first needed, because reading releases needs none. */
  key(): Promise<Buffer>
  raw(): Promise<RawFiles>
  close(): void
}

type Outside = { env: Env; now?: () => Date; report?: (step: Step) => void }

export function openContext({ env, now = () => new Date(), report = () => {} }: Outside): Context {
  const paths = pathsOf(env)
  const state = openStateAt(paths)
  let key: Promise<Buffer> | undefined
  const keyOnce = () => {
    key ??= openKey(paths)
    return key
  }
  let raw: Promise<RawFiles> | undefined
  return {
    env,
    paths,
    now,
    report,
    state,
    key: keyOnce,
    raw() {
      raw ??= keyOnce().then((opened) => rawFiles(paths.raw, opened))
      return raw
    },
    close: () => state.close(),
  }
}

async function openKey({ raw, key }: Paths) {
  const mayMake = !(await holdsRawFiles(raw))
  return asProblem(() => readKey(key, mayMake))
}

function openStateAt({ data, state }: Paths): State {
  try {
    return openState(state)
  } catch (error) {
    if (error instanceof StoreFault) throw new Problem(error.code, { path: error.path })
    throw new Problem('data-folder-unusable', { folder: data, reason: (error as Error).message })
  }
}

/** Runs what touches the stores and says a store's fault as a problem. */
export async function asProblem<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof StoreFault) throw new Problem(error.code, { path: error.path })
    throw error
  }
}
