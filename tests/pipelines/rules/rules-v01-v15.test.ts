import { runCases } from './run-cases.ts'

runCases('V01', 'V15')
