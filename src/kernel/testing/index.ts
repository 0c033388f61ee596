export { type TestServer, cloneOf, startTestServer, templateName } from './database.ts'
export { type Answered, Visitor } from './visitor.ts'
