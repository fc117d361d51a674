// The attacker on many invented publications.
//   node tests/attack/long.ts 200          publications 1 to 200: exposed numbers, by class
//   node tests/attack/long.ts 200 out.json the same, with the report as data beside the sentences
import { writeFileSync } from 'node:fs'
import { randomPublication } from '../../fixtures/publications/random-publication.ts'
import { smallPublication } from '../../fixtures/publications/small-publication.ts'
import { loadLogframe } from '../../indicators/logframe/read-logframe.ts'
import { attackServed } from './attack.ts'
import { readInternal } from './judge.ts'
import { type Mutation, mutateSmall } from './mutations.ts'
import { findings, type Reported, reportOn, sentence, summary } from './report.ts'
import { servePublication } from './serve-public.ts'

const [, , count = '200', file] = process.argv
const logframe = loadLogframe()
const reports: Reported[] = []
const told: string[] = []
const mutations: Mutation[] = []

for (let seed = 1; seed <= Number(count); seed++) {
  await attackOne(seed)
  if (seed % 4 === 0) mutations.push(...(await mutateOne(seed)))
  if (file) writeFileSync(file, JSON.stringify({ reports, findings: told, mutations }, null, 2))
}
console.log(summary(reports, mutations))

async function attackOne(seed: number) {
  const publication = randomPublication(seed, logframe)
  const served = await servePublication(publication)
  try {
    const started = performance.now()
    const attacked = await attackServed(served, { pages: 5, explanations: 20 })
    const report = reportOn(publication.name, attacked, (performance.now() - started) / 1000)
    reports.push(report)
    told.push(...findings(attacked.told).map((finding) => `${publication.name}: ${finding}`))
    console.log(sentence(report))
    for (const finding of findings(attacked.told).slice(0, 5)) console.log(`  ${finding}`)
  } finally {
    await served.stop()
  }
}

async function mutateOne(seed: number): Promise<Mutation[]> {
  const served = await servePublication(smallPublication(seed, logframe))
  try {
    const { known, told: small } = await attackServed(served, { pages: 1 })
    return await mutateSmall(known, readInternal(served.releases), small)
  } finally {
    await served.stop()
  }
}
