/** A public page a figure or an event was read on. Labels are names and dates, the same in every language. */
export interface Source {
  code: string
  label: string
  url: string | null
}

type Entry = readonly [label: string, url?: string]

const unodc = 'https://www.unodc.org'
const known: Record<string, Entry> = {
  K1: ['The Astana Times, May 2019'],
  K2: ['zonakz.net, 19 October 2020'],
  K3: ['arasha.kz, 3 November 2021'],
  K4: ['taunews.kz, kznews.kz, July 2024'],
  K8: ['zakon.kz, 2017–2018'],
  K9: ['ctc-rk.kz'],
  P1: ['UNODC Brussels', `${unodc}/brussels/en/vep---radicalisation---violence---prisons.html`],
  P2: [
    'UNODC Central Asia, 26 March 2019',
    `${unodc}/centralasia/en/news/kazakhstan--the-united-nations-and-the-european-union-jointly-addressing-violent-extremism-in-prisons.html`,
  ],
  P3: [
    'UNODC Central Asia, 18 June 2019',
    `${unodc}/centralasia/en/news/kazakhstan--the-united-nations-and-the-european-union-working-together-to-prevent-violent-extremism-in-prisons.html`,
  ],
  P5: [
    'UNODC, 20 September 2019',
    `${unodc}/unodc/fr/frontpage/2019/September/uganda--un-and-eu-launch-joint-initiative-to-counter-violent-extremism-in-prisons.html`,
  ],
  P6: [
    'UNODC ROMENA, 22 September 2022',
    `${unodc}/romena/en/Stories/2022/September/a-global-joint-initiative-to-manage-violent-extremist-prisoners-in-kazakhstan--tunisia-and-uganda.html`,
  ],
  P7: [
    'UNODC',
    `${unodc}/unodc/en/justice-and-prison-reform/prison-gloz85-vep/news/vep-programme-study-visit.html`,
  ],
  P8: ['UNODC Brussels, 30 January 2023', `${unodc}/brulo/en/news/pve-achievements-18-22.html`],
  P9: [
    'UNODC Central Asia, May 2020',
    `${unodc}/centralasia/en/news/kazakhstan-prison-service-rolls-out-unodcs-interactive-e-learning-course-on-the-nelson-mandela-rules.html`,
  ],
  P10: [
    'UNODC Central Asia, July 2020',
    `${unodc}/centralasia/en/news/from-art-therapy-to-preventing-violent-extremism-in-correctional-facilities_-kazakhstan-commemorates-nelson-mandela-international-day.html`,
  ],
  P11: [
    'UNODC ROCA, July 2019',
    `${unodc}/roca/en/news/kazakh-prison-officers-studied-the-basics-of-prison-security-audit-in-prison-facilities.html`,
  ],
  P12: [
    'UNODC Central Asia, January 2020',
    `${unodc}/centralasia/en/news/unodc-facilitates-development-of-the-prisoner-risks-assessment-and-classification-framework-for-kazakhstan.html`,
  ],
  P13: [
    'UNODC Central Asia, July 2019',
    `${unodc}/centralasia/en/news/prisoner-classification-workshop-took-place-in-nur-sultan.html`,
  ],
  P14: [
    'The Times of Central Asia, November 2019',
    'https://timesca.com/eu-un-and-netherlands-support-social-reintegration-of-prisoners-in-kazakhstan/',
  ],
  P15: [
    'UNODC Eastern Africa, 25 January 2020',
    `${unodc}/easternafrica/en/Stories/uganda-develops-prisoner-classification-framework.html`,
  ],
  P16: [
    'UNODC, 5 February 2021',
    `${unodc}/unodc/en/frontpage/2021/February/unodc-and-partners-support-uganda-in-developing-tools-for-preventing-violent-extremism-in-prisons.html`,
  ],
  P17: ['UNODC Eastern Africa, 7 December 2020'],
  P18: ['UNODC Eastern Africa, 15 October 2021'],
  P19: ['UNODC Eastern Africa, 21 October 2021'],
  P20: ['UNODC Eastern Africa, 1 December 2021'],
  P21: [
    'UNOCT, 2020',
    'https://www.un.org/counterterrorism/events/supporting_mgmt_VEPs_and_prevention_radicalization_to_violence_in_prisons',
  ],
  P23: [
    'The Tower Post, 2 December 2021',
    'https://thetowerpost.com/2021/12/02/uganda-prisons-receives-guidelines-on-handling-terror-suspects/',
  ],
  P25: [
    'UNODC, October 2021',
    `${unodc}/unodc/en/justice-and-prison-reform/prison-gloz85-vep-news-prisons-as-places-of-vulnerability.html`,
  ],
  P26: ['UNODC ROMENA, 11 August 2022'],
  P27: ['UNOCT, September 2020'],
  P29: ['Custody and Detention Security, 12 January 2021'],
  P35: [
    'CTED, 26 June 2019',
    'https://www.un.org/sc/ctc/news/2019/06/26/cted-co-organizes-scoping-mission-uganda/',
  ],
  P36: ['OSCE, 26 July 2019'],
  P37: ['UNODC Eastern Africa, 12 September 2019'],
  P38: ['UNODC Eastern Africa, 24 January 2020'],
  P39: ['UNODC ROCA, 2020'],
  T1: ['World Prison Brief, Tunisia', 'https://www.prisonstudies.org/country/tunisia'],
  T2: ['prison-insider.com, Tunisia 2021, 2023'],
  T3: ['prison-insider.com, Tunisia 2017'],
  T4: ['webmanagercenter.com, 3 January 2017'],
  T9: ['inkyfada.com, 19 June 2025'],
  T10: ['US Department of State, 2014'],
  U1: ['prison-insider.com, Uganda'],
  U2: ['eagle.co.ug, 2 February 2018'],
  U3: ['independent.co.ug, 25 June 2017'],
  U5: ['World Prison Brief, March 2022'],
  U6: ['eagle.co.ug, 21 October 2021'],
  U7: ['monitor.co.ug, May 2023'],
  U8: ['monitor.co.ug, January 2018'],
  U9: ['Wikipedia, Uganda Prisons Service'],
  U10: ['ChimpReports, January 2024'],
  U11: ['dailypressug.com, 21 October 2022'],
  U12: ['globenews.ug, November 2025'],
}

/** `T1-T3` → T1, T2, T3. */
function expand(part: string): string[] {
  const [, letter, first, last] = /^([A-Z])(\d+)-\1(\d+)$/.exec(part) ?? []
  if (letter === undefined) return [part]
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${letter}${Number(first) + i}`)
}

const siteOf = (address: string) => new URL(address).hostname.replace(/^www\./, '')

/** The sources behind codes such as `T1-T3|T9`, as the public series writes them; an address is named by its site, and anything else stays as it is written. */
export function sourcesOf(codes: string): readonly Source[] {
  return codes
    .split('|')
    .filter((part) => part !== '')
    .flatMap(expand)
    .map((code) => {
      const [label, url] = known[code] ?? (URL.canParse(code) ? [siteOf(code), code] : [code])
      return { code, label, url: url ?? null }
    })
}
