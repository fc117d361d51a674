import { readFileSync } from 'node:fs'

export type Usage = { residentMebibytes: number; cpuMs: number }

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const MS_PER_TICK = 10

/** Memory held and processor time used by a process so far; null where the system does not tell. */
export function usageOf(pid: number): Usage | null {
  try {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return {
      residentMebibytes: Number(resident ?? 0) / 1024,
      cpuMs: (Number(user) + Number(system)) * MS_PER_TICK,
    }
  } catch {
    return null
  }
}
