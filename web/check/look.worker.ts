// Runs apart from the page, which goes on answering.
import { lookAt, type ToLookAt } from './look-at.ts'

addEventListener('message', async ({ data }: MessageEvent<ToLookAt>) => postMessage(await lookAt(data)))
