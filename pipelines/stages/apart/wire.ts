/** What goes down the pipe to a process apart: two lengths, a question as JSON, bytes. What comes back is lines of JSON. */
export const requestHead = (question: unknown, bytes: Uint8Array): Buffer => {
  const json = Buffer.from(JSON.stringify(question))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(json.length, 0)
  lengths.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([lengths, json])
}

export type Request = { question: unknown; bytes: Buffer }

/** In the process apart: the questions as they come, each with its bytes, until nobody will ask again. */
export async function* receive(input: AsyncIterable<Buffer>): AsyncGenerator<Request> {
  const take = taker(input)
  for (let lengths = await take(8); lengths; lengths = await take(8)) {
    const json = await take(lengths.readUInt32LE(0))
    const bytes = await take(lengths.readUInt32LE(4))
    if (json && bytes) yield { question: JSON.parse(json.toString()), bytes }
  }
}

/** Takes so many bytes from a stream, holding no second copy of them; null where it ends before. */
function taker(input: AsyncIterable<Buffer>) {
  const chunks = input[Symbol.asyncIterator]()
  let chunk: Buffer = Buffer.alloc(0)
  return async (length: number): Promise<Buffer | null> => {
    const bytes = Buffer.allocUnsafeSlow(length)
    for (let at = 0; at < length; ) {
      if (chunk.length === 0) {
        const next = await chunks.next()
        if (next.done) return null
        chunk = next.value
      }
      const copied = chunk.copy(bytes, at)
      chunk = chunk.subarray(copied)
      at += copied
    }
    return bytes
  }
}

/** In the process apart: one line of the answer, sent before the next is made. */
export const say = (line: unknown): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve()))

/** Cuts what comes from a pipe into lines. */
export function lineSplitter(take: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new TextDecoder()
  let rest = ''
  return (chunk) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}
