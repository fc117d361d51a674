import { useView } from './view-context.ts'

export function NotFound() {
  const { locale } = useView()
  return (
    <header class="opening">
      <h1>{locale.t('ui.notFound.heading')}</h1>
      <p class="summary">{locale.t('ui.notFound.text')}</p>
      <p>
        <a href={`/${locale.language}/`}>{locale.t('ui.notFound.back')}</a>
      </p>
    </header>
  )
}
