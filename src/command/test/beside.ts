import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#kernel/config'
import type { Call, Outcome } from './series.ts'

/** A process beside this one that runs commands one after the other, and assembles the house once. */
export interface Commands {
  /** The words of all commands. */
  names: readonly string[]
  run(words: readonly string[], settings?: Call['settings']): Promise<Outcome>
  ends(): Promise<void>
}

let bundled: Promise<string> | undefined

/** Starts it; commands that are each a process of its own are run by bin/beffroi. */
export async function commandsBeside(settings: NonNullable<Call['settings']>): Promise<Commands> {
  const bundle = await (bundled ??= bundleSeries())
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, LANG: 'fr_BE.UTF-8', LC_ALL: 'fr_BE.UTF-8', ...settings }
  const child = fork(bundle, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = once(child, 'exit')
  const answer = async <T>(): Promise<T> => {
    const ended = gone.then(([code]) => {
      throw new Error(`The process of the commands ended with ${code}`)
    })
    const [said] = await Promise.race([once(child, 'message'), ended])
    return said
  }
  return {
    names: await answer<string[]>(),
    run(words, more = {}) {
      child.send({ words, settings: more } satisfies Call)
      return answer<Outcome>()
    },
    async ends() {
      child.disconnect()
      await gone
    },
  }
}

/** Once a worker, in a file of its own. */
async function bundleSeries(): Promise<string> {
  const bundle = join(projectRoot, `dist/test/series-${process.env['VITEST_POOL_ID'] ?? '0'}.js`)
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'series.ts')], outfile: bundle, bundle: true },
    ...{ platform: 'node', target: 'node26', format: 'esm', packages: 'external' },
    ...{ jsx: 'automatic', jsxImportSource: '#kernel/jsx', absWorkingDir: projectRoot },
  })
  return bundle
}
