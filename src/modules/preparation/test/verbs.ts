export { explain, explanationsOn } from '../explanation.ts'
