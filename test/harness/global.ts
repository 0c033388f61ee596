import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { projectRoot } from '#kernel/config'
import { joinTestServer, startTestServer } from '#kernel/testing'
import { buildHouse } from '../../src/house.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
    superuserUrl: string
    fileFolder: string
  }
}

/** Builds what browsers are served; one PostgreSQL for the whole run, with a template that every worker clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Every process that the run starts, workers too, keeps what it compiled for the next: as bin/beffroi does.
  process.env['NODE_COMPILE_CACHE'] ??= join(projectRoot, 'dist/compiled')
  const { migrations } = buildHouse(12)
  // A run inside another, of a copy of the house with a trade more, which brings what browsers are served.
  const other = process.env['TEST_SERVER']
  const builds = other ? Promise.resolve(true) : build()
  const server = await (other
    ? joinTestServer(JSON.parse(other), migrations)
    : startTestServer(migrations))
  if (!(await builds)) {
    await server.stop()
    throw new Error('What browsers are served does not build')
  }
  project.provide('templateUrl', server.url)
  project.provide('superuserUrl', server.superuserUrl)
  project.provide('fileFolder', server.folder)
  return () => server.stop()
}

/** Whether it was built. */
function build(): Promise<boolean> {
  const builder = spawn(process.execPath, [join(projectRoot, 'bin/build.js')], { stdio: 'inherit' })
  return new Promise((resolve) => {
    builder.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0))
  })
}
