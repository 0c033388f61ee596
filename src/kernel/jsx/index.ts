export { type Context, createContext, useContext } from './context.ts'
export { kept } from './kept.ts'
export { inParts, written } from './write.ts'
