import type { TestProject } from 'vitest/node'
import { startTestServer } from '#kernel/testing'
import { buildHouse } from '../../src/house.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
    fileFolder: string
  }
}

/** One PostgreSQL for the whole run, with a template that every worker clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer(buildHouse(12).migrations)
  project.provide('templateUrl', server.url)
  project.provide('fileFolder', server.folder)
  return () => server.stop()
}
