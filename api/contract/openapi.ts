import { z } from 'zod'
import { DefinitionBreak } from '../../indicators/model/definition-history.ts'
import { CellUse, CountedReading, Explanation, FedFigure, Step } from '../../indicators/model/explanation.ts'
import { EarlierDefinition, Formula, Indicator } from '../../indicators/model/indicator.ts'
import { ResultStatement } from '../../indicators/model/logframe.ts'
import { Question } from '../../indicators/model/question.ts'
import {
  type Edition,
  IndicatorSummary,
  IndicatorView,
  LineageRow,
  LineageView,
  ProgrammeView,
  PublicFigure,
  ReleasedValue,
  ReleaseLabel,
  Standing,
} from '../../indicators/model/released.ts'
import { Plan, PlanRevision } from '../../indicators/model/target.ts'
import { Text } from '../../indicators/model/text.ts'
import { endpoints } from './all.ts'
import {
  CheckedFile,
  CheckSummary,
  Difference,
  ToldFinding,
  ToldQuestion,
  ToldReading,
} from './check-file.ts'
import { type Endpoint, type Format, LINES, mediaTypes } from './endpoint.ts'
import { ValuesTable } from './get-values.ts'
import { ProblemBody } from './problem.ts'

/** Schemas that get a name of their own in the document; all others are written out where they are used. */
const named = {
  CellUse,
  CheckSummary,
  CheckedFile,
  CountedReading,
  Difference,
  Explanation,
  FedFigure,
  DefinitionBreak,
  EarlierDefinition,
  Formula,
  Indicator,
  IndicatorSummary,
  IndicatorView,
  LineageRow,
  LineageView,
  Plan,
  PlanRevision,
  ProblemBody,
  ProgrammeView,
  PublicFigure,
  Question,
  ReleaseLabel,
  ReleasedValue,
  ResultStatement,
  Standing,
  Step,
  Text,
  ToldFinding,
  ToldQuestion,
  ToldReading,
  ValuesTable,
}

/** The endpoint list of one edition as an OpenAPI 3.1 document. */
export function openApi(edition: Edition) {
  const offered = endpoints.filter(({ editions }) => editions.includes(edition))
  const schemas = schemasOf(offered)
  const isNamed = ([name]: [string, unknown]) => name in named
  return {
    openapi: '3.1.0' as const,
    info: {
      title: `Waymark, ${edition} edition`,
      version: '1',
      description:
        'Logframe indicators of a programme in prisons, frozen in releases. Figures marked illustrative are invented.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: Object.fromEntries(
      offered.flatMap((offer) =>
        offer.formats.map((format) => [addressOf(offer, format), pathItem(offer, format, schemas)]),
      ),
    ),
    components: { schemas: Object.fromEntries(Object.entries(schemas).filter(isNamed)) },
  }
}

type Schemas = Record<string, object>

/** JSON Schemas by name: the named ones, and under its endpoint's id each output that has no name. */
function schemasOf(offered: readonly Endpoint[]): Schemas {
  const registry = z.registry<{ id?: string | undefined }>()
  for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name })
  for (const { id, output, lines } of offered) {
    if (!registry.has(output)) registry.add(output, { id })
    if (lines) registry.add(lines, { id: `${id}-line` })
  }
  const { schemas } = z.toJSONSchema(registry, { uri: reference })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id, $schema, ...schema }]) => [name, schema]),
  )
}

const reference = (name: string) => `#/components/schemas/${name}`

function addressOf({ path, formats }: Endpoint, format: Format) {
  const template = path.replace(/:(\w+)/g, '{$1}')
  return formats.length > 1 && format !== 'json' ? `${template}.${format}` : template
}

function pathItem(offer: Endpoint, format: Format, schemas: Schemas) {
  const schema = format === 'json' ? outputOf(offer, schemas) : { type: 'string' }
  return {
    [offer.method.toLowerCase()]: {
      operationId: format === 'json' ? offer.id : `${offer.id}-${format}`,
      summary: offer.summary,
      parameters: parametersOf(offer),
      ...requestBodyOf(offer),
      responses: {
        200: {
          description: offer.summary,
          content: { [mediaTypes[format]]: { schema }, ...linesOf(offer, schemas) },
        },
        ...(offer.resource
          ? { 304: { description: 'Unchanged since the ETag given in If-None-Match' } }
          : {}),
        default: {
          description: `A problem (RFC 9457): ${[...offer.refusals, 'internal-error'].join(', ')}`,
          content: { 'application/problem+json': { schema: { $ref: reference('ProblemBody') } } },
        },
      },
    },
  }
}

function outputOf({ id, output }: Endpoint, schemas: Schemas) {
  const name = Object.entries(named).find(([, schema]) => schema === output)?.[0]
  return name ? { $ref: reference(name) } : schemas[id]
}

function requestBodyOf({ body, sends }: Endpoint) {
  if (sends) {
    const { $schema, ...schema } = z.toJSONSchema(sends, { io: 'input' })
    return { requestBody: { required: true, content: { [mediaTypes.json]: { schema } } } }
  }
  if (!body) return {}
  const { type, maxBytes, description } = body
  return {
    requestBody: {
      required: true,
      description: `${description} At most ${maxBytes / 1024 ** 2} MiB.`,
      content: { [type]: { schema: { type: 'string', format: 'binary' } } },
    },
  }
}

/** Lines of JSON: the schema is that of one line. */
const linesOf = ({ id, lines }: Endpoint, schemas: Schemas) =>
  lines ? { [LINES]: { schema: schemas[`${id}-line`] } } : {}

function parametersOf({ path, input }: Endpoint) {
  const { properties = {}, required = [] } = z.toJSONSchema(input)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: path.includes(`:${name}`) ? 'path' : 'query',
    required: required.includes(name),
    schema,
  }))
}
