// Runs in a process of its own: whatever a hostile file does to a parser ends here.
import { decode } from '../decode/decode.ts'
import type { TextStyle } from '../decode/sniff-text.ts'
import { Unreadable } from '../decode/unreadable.ts'
import { type AnswerLine, answerLines, type Cost } from './answer.ts'
import { receive, say } from './wire.ts'

type Question = { text: TextStyle | null }

await say('ready')
for await (const { question, bytes } of receive(process.stdin))
  for (const line of await answer(bytes, (question as Question).text)) await say(line)

async function answer(bytes: Buffer, text: Question['text']): Promise<Iterable<AnswerLine>> {
  const start = process.cpuUsage()
  const cost = (): Cost => {
    const { user, system } = process.cpuUsage(start)
    return { cpuMs: (user + system) / 1000, peakMebibytes: process.resourceUsage().maxRSS / 1024 }
  }
  try {
    return answerLines(await decode(bytes, text), cost)
  } catch (error) {
    if (error instanceof Unreadable) return [{ unreadable: error.code, reason: error.reason, cost: cost() }]
    const unexpected = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const noRoom = error instanceof RangeError && /allocation|string length/i.test(error.message)
    const code = noRoom ? 'reading-stopped' : 'workbook-damaged'
    return [{ unreadable: code, reason: noRoom ? 'time or memory' : '', cost: { ...cost(), unexpected } }]
  }
}
