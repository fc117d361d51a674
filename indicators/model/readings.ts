import { z } from 'zod'
import { Coded } from './coded.ts'
import { DataElement } from './data-element.ts'
import { DeliveredAs } from './observation.ts'
import { IsoDate, Quarter } from './period.ts'
import { Country, Place } from './place.ts'

/** Where and how readings were delivered together: one file, sheet and period. */
export const ReadingSource = z.strictObject({
  fileHash: z.string(),
  file: z.string(),
  sheet: z.string(),
  mapping: z.string(),
  periodStart: IsoDate,
  periodEnd: IsoDate,
  deliveredAs: DeliveredAs,
})
export type ReadingSource = z.infer<typeof ReadingSource>

/**
 * Every value one country delivered of one element, and what became of it; columns of equal length, a row per reading.
 *
 * `apart` names the rows that are running totals, with the stretch and value that are left of each when it is taken
 * apart, and the rows (`less`) that were taken off it. `unused` are the rows that another reading stands for. All other
 * rows count as they were delivered.
 */
export const Readings = z.strictObject({
  element: z.string(),
  country: Country,
  sources: z.array(ReadingSource),
  source: z.array(z.int()),
  place: Coded,
  cell: Coded,
  state: Coded,
  value: z.array(z.number().nullable()),
  derived: z.array(z.int()),
  ref: z.array(z.string()),
  apart: z.strictObject({
    row: z.array(z.int()),
    periodStart: z.array(IsoDate),
    periodEnd: z.array(IsoDate),
    value: z.array(z.number().nullable()),
    joined: z.array(z.boolean()),
    less: z.array(z.array(z.int())),
  }),
  unused: z.array(z.int()),
})
export type Readings = z.infer<typeof Readings>

/** What a country can be asked to count, with the indicators that use it. */
export const ElementList = z.array(DataElement.extend({ usedBy: z.array(z.string()) }))
export type ElementList = z.infer<typeof ElementList>
export type KnownElement = ElementList[number]

/** What was asked for: the elements, and the days each indicator's quarters speak of. */
export const Definitions = z.strictObject({
  elements: ElementList,
  /** `country` is null where all countries have the same days. */
  windows: z.array(
    z.strictObject({
      indicator: z.string(),
      quarter: Quarter,
      country: Country.nullable(),
      first: IsoDate,
      last: IsoDate,
    }),
  ),
})
export type Definitions = z.infer<typeof Definitions>

/** Countries, regions and facilities that report or are reported about (internal edition only). */
export const UnitList = z.array(
  Place.pick({ code: true, name: true, programme: true, opened: true, closed: true }),
)
export type UnitList = z.infer<typeof UnitList>
export type Unit = UnitList[number]

/**
 * Where each cell of one file went: column n says that the cell `ref[n]` of `sheet` was read as row `row[n]` of an
 * element's readings. A value made of two cells stands under both.
 */
export const FileCells = z.strictObject({
  file: z.string(),
  fileHash: z.string(),
  country: Country,
  sheet: Coded,
  ref: z.array(z.string()),
  element: Coded,
  row: z.array(z.int()),
})
export type FileCells = z.infer<typeof FileCells>

/** The files a release was made of. */
export const FileList = z.array(z.strictObject({ file: z.string(), fileHash: z.string() }))
export type FileList = z.infer<typeof FileList>
