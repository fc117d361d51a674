// Kills the server as often as is asked for: `node tests/faults/long.ts 200`
import { killOften } from './kill-often.ts'

const [, , times = '200'] = process.argv
const killed = await killOften(Number(times), Math.random, console.log)
console.log(JSON.stringify(killed, null, 2))
process.exit(killed.wrong.length === 0 ? 0 : 1)
