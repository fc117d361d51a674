import { desks } from '../contract/page.ts'
import { pageRight } from '../contract/rights.ts'
import type { Context } from '../services/context.ts'
import { isAnswerLanguage } from '../services/languages.ts'
import { authorise, signedInOf } from './authorise.ts'
import { pageOf, toSignIn } from './mount-doors.ts'
import type { Renderer } from './pages.ts'
import type { App } from './serve.ts'

/** The pages on which files are followed and decided about. What they show they ask for, as their reader. */
export function mountDesks(app: App, context: Context, { renderDesk, assets }: Renderer) {
  for (const desk of desks)
    app.get(`/:language/${desk}${desk === 'submissions' ? '/:id' : ''}`, (c, next) => {
      const language = c.req.param('language')
      if (!language || !isAnswerLanguage(language)) return next()
      const signed = signedInOf(c, context)
      if (!signed) return toSignIn(c, language)
      authorise(c, context, pageRight(desk))
      const id = c.req.param('id') ?? ''
      return pageOf(renderDesk({ desk, id, language, viewer: { ...signed.account }, assets }))
    })
}
