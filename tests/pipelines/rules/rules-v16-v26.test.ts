import { runCases } from './run-cases.ts'

runCases('V16', 'V26')
