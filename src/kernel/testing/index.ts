export { cloneOf, emptyDatabase, joinTestServer, startTestServer } from './database.ts'
export { dumpTables, restoreState, type State, unpackState } from './state.ts'
export { type Answered, Visitor } from './visitor.ts'
export { growth } from './growth.ts'
