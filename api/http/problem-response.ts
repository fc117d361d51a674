import type { Context } from 'hono'
import type { ProblemBody } from '../contract/problem.ts'
import type { AnswerLanguage } from '../services/languages.ts'
import { Problem, tellProblem } from '../services/problem.ts'
import { chooseLanguage, wantsHtml } from './negotiate.ts'

/** Where what went wrong is written for the people who run the server. */
export type Log = (entry: Record<string, unknown>) => void

/**
 * Answers a refusal in full; anything else is a bug, of which a reader learns only the request's number. `style` is
 * the one every page carries.
 */
export function problemResponse(
  error: unknown,
  c: Context,
  requestId: string,
  log: Log,
  style: string,
): Response {
  const { problem, language, body } = problemOf(error, c, requestId, log)
  const asPage = !c.req.path.startsWith('/api/') && wantsHtml(c.req.header('accept'))
  return new Response(asPage ? page(body, language, style) : JSON.stringify(body), {
    status: problem.status,
    headers: {
      'content-type': asPage ? 'text/html; charset=utf-8' : 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language',
      ...(problem.status === 405 ? { allow: String(problem.params.allowed) } : {}),
      ...(problem.status === 503 ? { 'retry-after': '30' } : {}),
    },
  })
}

/** A failure as it is told: the problem, its body, and the language the body came out in. */
export function problemOf(error: unknown, c: Context, requestId: string, log: Log) {
  const expected = error instanceof Problem
  if (!expected)
    log({ level: 'error', requestId, path: c.req.path, error: (error as Error)?.stack ?? String(error) })
  const problem = expected ? error : new Problem('internal-error', {})
  const told = tellProblem(problem, chooseLanguage(c.req.path, c.req.header('accept-language')))
  const body: ProblemBody = {
    type: `/problems/${problem.code}`,
    title: told.title,
    status: problem.status,
    detail: told.detail,
    instance: c.req.path,
    requestId,
    errors: [...problem.errors],
  }
  return { problem, language: told.language, body }
}

/** Written without what draws pages: it is also what is told where drawing one went wrong. */
function page({ title, detail, requestId, type }: ProblemBody, language: AnswerLanguage, style: string) {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<title>${escaped(title)} · Waymark</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="masthead"><div class="inner"><a class="brand" href="/${language}/"><strong>Waymark</strong></a></div></header>
<main id="content" class="inner">
<header class="opening">
<h1>${escaped(title)}</h1>
<p class="summary">${escaped(detail)}</p>
</header>
<p><a href="${type}" hreflang="en">${type}</a> · <code dir="ltr">${requestId}</code></p>
</main>
</body>
</html>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
