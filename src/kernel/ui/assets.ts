import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Logical name of a browser file (`beffroi.css`) to its name with the hash of its content. */
export type Manifest = Readonly<Record<string, string>>

/** Where the server serves `publicFolder()`. */
const assetsPath = '/assets/'

const folders = [
  fileURLToPath(new URL('./public', import.meta.url)),
  join(process.cwd(), 'dist/public'),
]

/** The folder of built browser files: beside the bundle, or `dist/public` when run from sources. */
function publicFolder(): string {
  return folders.find((folder) => existsSync(join(folder, 'manifest.json'))) ?? folders[1] ?? ''
}

let known: Manifest | undefined

/** The names that the build gave; empty where nothing was built (unit tests). */
function builtManifest(): Manifest {
  const file = join(publicFolder(), 'manifest.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** The address of a browser file; its plain name where nothing was built. */
export function assetUrl(name: string, manifest = (known ??= builtManifest())): string {
  return assetsPath + (manifest[name] ?? name)
}
