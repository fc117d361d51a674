import { rmSync } from 'node:fs'
import { smallFolder } from '../api/small-return.ts'
import { startServer } from './killable-server.ts'
import { leftIn, lookAfter } from './look-after.ts'
import { type Acknowledged, type Moment, moments, tellStory } from './story.ts'

/** How long each part takes where nothing strikes, in milliseconds. */
const usual: Record<Moment, number> = { send: 1500, take: 30, approve: 1500, publish: 9000 }

export type Killed = {
  kills: number
  acknowledged: Record<Acknowledged['kind'], number>
  /** In which part it was killed, and how often. */
  struck: Record<string, number>
  wrong: string[]
}

/**
 * Kills a server so often, each time at a random moment of another part of a story, and looks after each kill.
 * `random` gives numbers from 0 up to 1.
 */
export async function killOften(
  times: number,
  random: () => number = Math.random,
  tell: (line: string) => void = () => {},
): Promise<Killed> {
  const data = smallFolder()
  const all: Acknowledged[] = []
  const struck: Record<string, number> = {}
  const wrong: string[] = []
  try {
    for (let kill = 1; kill <= times; kill++) {
      const server = await startServer(data)
      wrong.push(...leftIn(data).map((name) => `still there after a start: ${name}`))
      const aim = moments[kill % moments.length] ?? 'publish'
      let now: string = 'before'
      let timer: NodeJS.Timeout | undefined
      let dead: Promise<void> | undefined
      const strike = () => {
        struck[now] = (struck[now] ?? 0) + 1
        dead = server.kill()
      }
      await tellStory(
        { site: server.site, data, people: 30 + (kill % 20) },
        (moment) => {
          now = moment
          if (moment === aim) timer = setTimeout(strike, random() * usual[moment])
        },
        (done) => all.push(done),
      ).catch(async (error) => {
        if (!dead) wrong.push(String(error))
      })
      clearTimeout(timer)
      if (!dead) now = 'done'
      await (dead ?? server.kill())
      const found = await lookAfter(data, all)
      wrong.push(...found.map((what) => `kill ${kill}, ${now}: ${what}`))
      tell(`kill ${kill}: ${now}; ${all.length} acknowledged, ${wrong.length} wrong`)
    }
    const count = (kind: Acknowledged['kind']) => all.filter((one) => one.kind === kind).length
    const acknowledged = {
      ...{ send: count('send'), take: count('take'), return: count('return') },
      ...{ approve: count('approve'), publish: count('publish') },
    }
    return { kills: times, acknowledged, struck, wrong }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
