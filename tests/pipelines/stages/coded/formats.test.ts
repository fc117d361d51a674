import { describe, expect, it } from 'vitest'
import { checkText, dhis2, saidBy, sdmx, sdmxRow } from './coded-sources.ts'

const twelve = 'PEOPLE UGA-R1-01  2021-01-01 2021-03-31 12'
const women = 'PEOPLE UGA-R1-01 sex=female 2021-01-01 2021-03-31 5'

describe('a DHIS2 data value set', () => {
  it('is read with one header for all, or with everything beside each value', async () => {
    const header = { dataSet: 'RETURN', period: '2021Q1', orgUnit: 'alpha123456' }
    const values = [{ dataElement: 'PPL', value: 12 }]
    expect(
      await saidBy(JSON.stringify({ ...header, completeDate: '2021-04-10', dataValues: values })),
    ).toEqual([twelve])
    expect(await saidBy(dhis2({}))).toEqual([twelve])
  })

  it.each([
    ['identifiers', 'people12345', 'alpha123456', 'women123456'],
    ['codes', 'PPL', 'UGA-R1-01', 'sex=female'],
    ['names', 'people ADMITTED', 'Stn. Alpha', 'female'],
  ])('is understood by %s', async (_, dataElement, orgUnit, categoryOptionCombo) => {
    expect(await saidBy(dhis2({ dataElement, orgUnit, categoryOptionCombo, value: '5' }))).toEqual([women])
  })

  it('keeps a zero, and reads true and false however they are written', async () => {
    expect(await saidBy(dhis2({ value: '0' }))).toEqual([twelve.replace(/12$/, '0')])
    for (const value of ['true', 'T', '1', 'True', true])
      expect(await saidBy(dhis2({ dataElement: 'team1234567', value }))).toEqual([
        'TEAM UGA-R1-01  2021-01-01 2021-03-31 1',
      ])
    for (const value of ['false', 'F', '0', false])
      expect(await saidBy(dhis2({ dataElement: 'team1234567', value }))).toEqual([
        'TEAM UGA-R1-01  2021-01-01 2021-03-31 0',
      ])
  })

  it.each(['dataelement', 'dataelelement', 'data element'])(
    'is read as CSV by position under %s',
    async (first) => {
      const header = `"${first}","period","orgunit","categoryoptioncombo","attributeoptioncombo","value","storedby","timestamp","comment","followup"`
      const row =
        '"people12345","2021Q1","alpha123456","women123456","","5","j.doe","2021-04-01","a, b","false"'
      expect(await saidBy(`${header}\n${row}`)).toEqual([women])
    },
  )

  it('is read as XML with or without a prefix', async () => {
    const value = 'dataElement="PPL" value="12" storedBy="j.doe"'
    const set = 'period="2021Q1" orgUnit="UGA-R1-01"'
    expect(
      await saidBy(
        `<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0" ${set}><dataValue ${value}/></dataValueSet>`,
      ),
    ).toEqual([twelve])
    expect(
      await saidBy(
        `<?xml version="1.0"?><d:dataValueSet xmlns:d="x" ${set}><d:dataValue ${value}/></d:dataValueSet>`,
      ),
    ).toEqual([twelve])
  })

  it('takes a value back where it is marked deleted', async () => {
    const { slices } = await checkText(dhis2({ deleted: true, value: '' }))
    expect(slices[0]?.message?.changes).toMatchObject([{ action: 'delete' }])
    expect(slices[0]?.observations).toEqual([])
  })
})

describe('ADX', () => {
  const adx = (inner: string, group = '') =>
    `<adx xmlns="urn:ihe:qrph:adx:2015"><group orgUnit="UGA-R1-01" period="2021-01-01/P3M" dataSet="RETURN"${group}>${inner}</group></adx>`

  it('reads attributes as categories, value by value', async () => {
    const inner =
      '<dataValue dataElement="PPL" value="12"/><dataValue dataElement="PPL" value="5" GENDER="FMLE"/>'
    expect(await saidBy(adx(inner))).toEqual([twelve, women])
  })

  it('lets a category option combination outweigh them', async () => {
    const inner = '<dataValue dataElement="PPL" value="5" GENDER="MLE" categoryOptionCombo="women123456"/>'
    expect(await saidBy(adx(inner))).toEqual([women])
  })

  it('takes further attributes of a group for its attribute options', async () => {
    const inner = '<dataValue dataElement="PPL" value="12"/>'
    expect(await saidBy(adx(inner, ' DONOR="default1234"'))).toEqual([twelve])
    const { findings } = await checkText(adx(inner, ' DONOR="other"'))
    expect(findings.map(({ code }) => code)).toEqual(['attribute-unknown'])
  })
})

describe('SDMX-CSV', () => {
  it.each([
    ['Q', 'withheld'],
    ['L', 'missing'],
    ['O', 'missing'],
    ['M', 'not_applicable'],
    ['K', 'not_applicable'],
  ])('reads the status %s as %s', async (status, state) => {
    expect(await saidBy(sdmx(sdmxRow({ value: '', status })))).toEqual([twelve.replace(/12$/, state)])
  })

  it('reads NaN and #N/A as missing on purpose, and an empty cell as nothing said', async () => {
    for (const value of ['NaN', '#N/A', '']) {
      const { slices } = await checkText(sdmx(sdmxRow({ value, status: '' })))
      expect(slices[0]?.message?.changes).toMatchObject([
        { blank: value === '', observation: { state: 'missing' } },
      ])
    }
  })

  it('withholds a value the sender keeps confidential and leaves out', async () => {
    expect(await saidBy(sdmx(sdmxRow({ value: '', conf: 'D' })))).toEqual([twelve.replace(/12$/, 'withheld')])
  })

  it('is read in version 1.0, with semicolons, and with names beside codes', async () => {
    expect(
      await saidBy(
        'DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nPS:RETURN(1.0),UGA-R1-01,PPL,2021-Q1,12',
      ),
    ).toEqual([twelve])
    expect(
      await saidBy(
        'STRUCTURE;STRUCTURE_ID;REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE\ndataflow;PS:RETURN(1.0);UGA-R1-01;STAGE;2021-Q1;3,0',
      ),
    ).toEqual(['STAGE UGA-R1-01  2021-01-01 2021-03-31 3'])
    expect(
      await saidBy(
        'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Area,INDICATOR: Indicator,SEX: Sex,TIME_PERIOD: Period,OBS_VALUE\n' +
          'dataflow,PS:RETURN(1.0): Return,M,UGA-R1-01: Alpha,PPL: People,F: Female,2021-Q1,5',
      ),
    ).toEqual([women])
    expect(
      await saidBy(
        'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,INDICATOR,Indicator,SEX,Sex,TIME_PERIOD,OBS_VALUE\n' +
          'dataflow,PS:RETURN(1.0),Return,M,UGA-R1-01,Alpha,PPL,People,F,Female,2021-Q1,5',
      ),
    ).toEqual([women])
  })

  it('knows the older actions, and merges where none is written', async () => {
    for (const [action, meant] of [
      ['I', 'merge'],
      ['A', 'merge'],
      ['', 'merge'],
      ['R', 'replace'],
      ['D', 'delete'],
    ] as const) {
      const { slices } = await checkText(sdmx(sdmxRow({ action })))
      expect(slices[0]?.message?.changes.map((change) => change.action)).toEqual([meant])
    }
  })
})

describe('HXL', () => {
  it('is read under any titles, whatever the spacing, case and order of its tags', async () => {
    const text =
      'Return\n\nWhat,Where,Start,End,Number\n# Indicator + CODE,#loc+code,#date +start,#DATE+end,#value\nPPL,UGA-R1-01,2021-01-01,2021-03-31,12'
    expect(await saidBy(text)).toEqual([twelve])
  })

  it('gives a value for each column of numbers of a wide table', async () => {
    const text = '#indicator+code,#loc,#date,#reached,#reached +f +ind\nPPL,Alpha,2021Q1,12,5'
    expect(await saidBy(text)).toEqual([twelve, women])
  })
})

describe('a long table', () => {
  it('is read by headers in any of five languages', async () => {
    expect(await saidBy('Показатель;Учреждение;Квартал;Пол;Значение\nPPL;Alpha;2021-Q1;женщины;5')).toEqual([
      women,
    ])
    expect(
      await saidBy('code indicateur;établissement;trimestre;sexe;valeur\nPPL;Alpha;2021Q1;femmes;5'),
    ).toEqual([women])
    expect(await saidBy('element,place,period,cell,value,status\nPPL,Alpha,2021Q1,sex=female,5,A')).toEqual([
      women,
    ])
  })
})
