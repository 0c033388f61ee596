import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '#kernel/config'

const lastRelease = readFileSync(join(projectRoot, 'db/last-release'), 'utf8').trim()

/** Whether the last release stands in the history of this checkout: a shallow one has none. */
export const isLastReleaseKept =
  spawnSync('git', ['cat-file', '-e', `${lastRelease}^{tree}`], { cwd: projectRoot }).status === 0

/**
 * Lays the last release into a folder, as its tag would be checked out, and builds its server. It stands in the history of
 * the repository: no copy of it is kept. What it needs of npm is what this version has.
 */
export async function layLastRelease(folder: string): Promise<void> {
  const tree = spawnSync('git', ['archive', lastRelease, 'package.json', 'src'], {
    ...{ cwd: projectRoot, maxBuffer: 1e9 },
  })
  if (tree.status !== 0)
    throw new Error(`The last release, ${lastRelease}, could not be taken out: ${tree.stderr}`)
  spawnSync('tar', ['-x', '-C', folder], { input: tree.stdout })
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'dist'))
  // Its pages are not asked for.
  symlinkSync(join(projectRoot, 'dist/public'), join(folder, 'dist/public'))
  await build({
    ...{ entryPoints: [join(folder, 'src/main.ts')], outfile: join(folder, 'dist/main.js') },
    ...{ absWorkingDir: folder, bundle: true, platform: 'node', target: 'node26', format: 'esm' },
    ...{ packages: 'external', jsx: 'automatic', jsxImportSource: '#kernel/jsx' },
  })
}
