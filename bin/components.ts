// What the product and its checks are made of, read from package-lock.json: no network, nothing installed is asked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface Component {
  readonly name: string
  readonly version: string
  /** As SPDX writes it; empty where the lock does not say it. */
  readonly licence: string
  /** SHA-512 of the package, in hexadecimal digits; empty where the lock has none. */
  readonly hash: string
  /** Of the checks alone: it is in no installation that serves people. */
  readonly isOfChecks: boolean
}

interface Locked {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  link?: boolean
}

/** Packages built for each platform are under the licence of the package that brings them, and do not all say so. */
const ofPlatforms: readonly (readonly [prefix: string, licence: string])[] = [
  ['@myriaddreamin/typst-ts-node-compiler-', 'Apache-2.0'],
  ...(['@oxc-parser/', '@oxfmt/', '@oxlint/'] as const).map((one) => [one, 'MIT'] as const),
]

/** They say it in another field, or in a file; they are of the checks. */
const elsewhere: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'humanize-number': 'MIT',
  only: 'MIT',
}

/** Every package of the lock, by name. */
export function components(path: string = join(root, 'package-lock.json')): Component[] {
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(packages)
    .filter(([at, { link }]) => at !== '' && !link)
    .map(([at, { version = '', license, integrity = '', dev = false }]) => {
      const name = at.replace(/^.*node_modules\//, '')
      const known =
        ofPlatforms.find(([prefix]) => name.startsWith(prefix))?.[1] ?? elsewhere[name] ?? ''
      const hash = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
      return { name, version, licence: license ?? known, hash, isOfChecks: dev }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
}
