export { cloneOf, emptyDatabase, startTestServer } from './database.ts'
export { type Answered, Visitor } from './visitor.ts'
