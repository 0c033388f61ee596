import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

interface Locked {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

type Lock = Record<string, Locked>

/** The packages of other platforms that a lock leaves out: `npm ci` would refuse it there and here. */
function leftOut(packages: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  )
}

const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Lock
}

test('the lock names the packages of every platform', () => {
  expect(leftOut(packages)).toEqual([])
})

test('a platform that is left out is named', () => {
  const needy = { optionalDependencies: { '@a/darwin-arm64': '1.0.0' } }
  expect(leftOut({ 'node_modules/a': needy })).toEqual(['@a/darwin-arm64'])
})

test('the lock names no host of a registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([])
})
