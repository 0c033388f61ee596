// Bundles the benchmark, for Node runs .ts but not the .tsx that it imports, and runs it on the built
// product: `npm run bench`; what authorities notice of one another: `npm run bench -- shares`; what
// pages make the server compute: `npm run bench -- cpu`; a line of the security log: `npm run bench -- audit`; a vote on all
// screens: `npm run bench -- screens`; what citizens read: `npm run bench -- portal`; a whole region: `npm run bench:park`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
spawnSync(process.execPath, ['bin/build.js'], { cwd: root, stdio: 'inherit' })
await build({
  entryPoints: [
    'audit',
    'main',
    'cpu',
    'minimal',
    'park',
    'portal',
    'record',
    'screens',
    'shares',
  ].map((name) => `bench/${name}.ts`),
  outdir: 'dist/bench',
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: '#kernel/jsx',
  sourcemap: true,
  logLevel: 'warning',
})
const [which = 'main'] = process.argv.slice(2)
await import(`../dist/bench/${which}.js`)
