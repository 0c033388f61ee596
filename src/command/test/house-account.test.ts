import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

const script = join(projectRoot, 'src/command/house-account.ts')
const asks = `const { becomeHouseAccount } = await import(${JSON.stringify(script)})
becomeHouseAccount(process.argv[1]); console.log(process.getuid(), process.getgid())`

/** Under which account and group a command goes on. */
const accountAt = (folder: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', asks, folder], { encoding: 'utf8' })

test('a command of root becomes the account that the data are of; any other stays what it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-account-'))
  const own = `${process.getuid?.()} ${process.getgid?.()}\n`
  const isRoot = process.getuid?.() === 0
  try {
    expect(accountAt(folder)).toBe(own)
    expect(accountAt(join(folder, 'not-there'))).toBe(own)
    // As the pages of operation make it: of the account, and of the group of root.
    if (isRoot) chownSync(folder, 65_534, 0)
    expect(accountAt(folder)).toBe(isRoot ? '65534 65534\n' : own)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
