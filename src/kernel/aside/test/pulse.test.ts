import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

/** How a process ends that does this while its pulse is watched for two seconds. */
async function endOf(how: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stuck.ts'), how], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (words: string) => (said += words))
  const [code, signal] = await once(child, 'close')
  return { code, signal, said }
}

test('a process that one piece of work holds for good ends itself and says so; one that answers does not (H2)', async () => {
  const [stuck, well] = await Promise.all([endOf('stuck'), endOf('well')])
  expect(stuck).toMatchObject({ signal: 'SIGKILL', said: expect.stringContaining('"stuck"') })
  expect(well).toEqual({ code: 7, signal: null, said: '' })
})
