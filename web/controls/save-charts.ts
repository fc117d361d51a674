/** Buttons that give a drawing as a file; what they need comes when one is pressed. */
export function saveCharts() {
  for (const buttons of document.querySelectorAll<HTMLElement>('.save-chart')) {
    buttons.hidden = false
    buttons.addEventListener('click', async ({ target }) => {
      const as = (target as HTMLElement).dataset.as
      const figure = buttons.closest('figure')
      if (figure && (as === 'svg' || as === 'png'))
        await (await import('./save-chart.ts')).saveChart(figure, as)
    })
  }
}
