export { type Context, createContext, useContext } from './context.ts'
