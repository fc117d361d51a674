import { runCases } from './run-cases.ts'

runCases('V27', 'V44')
