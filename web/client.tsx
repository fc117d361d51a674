import './style/fonts.css'
import './style/tokens.css'
import './style/layout.css'
import './style/parts.css'
import './style/narrow.css'
import './style/check.css'
import './style/desk.css'
import './style/door.css'
import './style/explore.css'
import './charts/charts.css'
import './style/print.css'
import './hydration.ts'
import { hydrate } from 'solid-js/web'
import { closeMenus } from './controls/close-menus.ts'
import { copyTables, downloadTables } from './controls/download-tables.ts'
import { saveCharts } from './controls/save-charts.ts'
import { ChartReadout, type Readout } from './views/chart-readout.tsx'

const model = document.getElementById('page-model')?.textContent ?? '[]'
for (const readout of JSON.parse(model) as Readout[]) {
  const place = document.querySelector(`[data-readout="${readout.id}"]`)
  if (place) hydrate(() => <ChartReadout {...readout} />, place, { renderId: `${readout.id}-` })
}
closeMenus()
downloadTables()
copyTables()
saveCharts()
if (document.getElementById('check')) (await import('./check/start.tsx')).startChecking()
if (document.getElementById('desk')) (await import('./desk/start.tsx')).startDesk()
if (document.getElementById('door')) (await import('./doors/start.tsx')).startDoor()
