// Builds what runs: dist/main.js for the server, dist/command.js for the command line, and
// dist/public for the browser, each file named by the hash of its content; dist/public/manifest.json
// maps logical names to these.
import { existsSync, globSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build } from 'esbuild'
import { transform } from 'lightningcss'

const root = fileURLToPath(new URL('..', import.meta.url))
const publicFolder = join(root, 'dist/public')
const dayMs = 24 * 60 * 60 * 1000

/** Turbo puts a style element into each page for a progress bar: `style-src 'self'` forbids that. */
const turboWithoutInlineStyle = {
  name: 'turbo-without-inline-style',
  setup({ onLoad }) {
    onLoad({ filter: /@hotwired[/\\]turbo[/\\]dist[/\\].*esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const installs = '    this.installStylesheetElement();\n'
      if (source.split(installs).length !== 2) {
        throw new Error(`${path} installs its progress bar in another way: adapt bin/build.js`)
      }
      return { contents: source.replace(installs, ''), loader: 'js' }
    })
  },
}

/** One copy of the editor's core, even where npm installed two: the one of its starter kit. */
const oneEditorCore = {
  name: 'one-editor-core',
  setup({ onResolve, resolve }) {
    const kit = dirname(createRequire(import.meta.url).resolve('@tiptap/starter-kit'))
    onResolve({ filter: /^@tiptap\/core($|\/)/ }, ({ path, kind, pluginData }) => {
      if (pluginData === 'kit') return undefined
      return resolve(path, { kind, resolveDir: kit, pluginData: 'kit' })
    })
  },
}

/**
 * To the sheet of the kit, the `src/{commons,modules}/<folder>/style.css`: how the pieces look that these folders alone have; to that of
 * what is drawn, their `drawn.css`, which the first page of all does not wait for.
 */
const stylesOfTheFolders = {
  name: 'styles-of-the-folders',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]kernel[/\\]ui[/\\]css[/\\](index|drawn)\.css$/ }, async ({ path }) => {
      const own = path.endsWith('drawn.css') ? 'drawn.css' : 'style.css'
      const files = globSync(`src/{commons,modules}/*/${own}`, { cwd: root }).toSorted()
      const imports = files.map((file) => `@import '${join(root, file)}' layer(components);`)
      return { contents: [await readFile(path, 'utf8'), ...imports].join('\n'), loader: 'css' }
    })
  },
}

/**
 * Telephones that are not bought anew: what is written for browsers of today is said in the words of these. Safari of
 * those days is left out: for it each colour would be said twice, and esbuild knows its other words.
 */
const oldest = { chrome: 99 << 16, firefox: 97 << 16 }

/** Lowered colours are within sRGB: to say them once more in Lab, for browsers that know it, adds nothing but bytes. */
const visitor = {
  Rule: {
    supports: ({ value }) => (JSON.stringify(value.condition).includes('lab(') ? [] : undefined),
  },
}

/** One colour for light and dark, colours of any gamut and rules within rules are newer than those. */
const forOlderBrowsers = {
  name: 'for-older-browsers',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\].*\.css$/ }, async ({ path }) => {
      const { code } = transform({ filename: path, code: await readFile(path), targets: oldest })
      return {
        contents: transform({ filename: path, code, visitor, minify: true }).code,
        loader: 'css',
      }
    })
  },
}

/** Logical name to source: the kit, and each module or common folder that has islands. */
function browserEntries() {
  const others = globSync('src/{commons,modules}/*/islands/index.ts', { cwd: root }).map((file) => [
    basename(join(file, '../..')),
    join(root, file),
  ])
  return {
    islands: join(root, 'src/kernel/ui/islands/index.ts'),
    beffroi: join(root, 'src/kernel/ui/css/index.css'),
    drawn: join(root, 'src/kernel/ui/css/drawn.css'),
    ...Object.fromEntries(others),
  }
}

async function buildServer() {
  await build({
    entryPoints: { main: join(root, 'src/main.ts'), command: join(root, 'src/command.ts') },
    outdir: join(root, 'dist'),
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
}

async function buildBrowser() {
  const entryPoints = browserEntries()
  const { metafile } = await build({
    entryPoints,
    outdir: publicFolder,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome99', 'firefox97', 'safari15.4'],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    plugins: [turboWithoutInlineStyle, oneEditorCore, stylesOfTheFolders, forOlderBrowsers],
    minify: true,
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
  })
  const manifest = manifestOf(metafile.outputs)
  const built = Object.keys(metafile.outputs).map((file) => basename(file))
  await Promise.all(built.filter((file) => /\.(css|js)$/.test(file)).map(compress))
  await writeFile(join(publicFolder, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
  await removeOld(new Set(built.flatMap((file) => [file, `${file}.br`])))
}

/** Made as small as can be, once: a file of another content has another name. */
async function compress(file) {
  const path = join(publicFolder, file)
  if (existsSync(`${path}.br`)) return
  await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path)))
}

/** Files of older builds stay for a day: pages that are open in a browser still name them. */
async function removeOld(built) {
  const others = (await readdir(publicFolder)).filter((f) => f !== 'manifest.json' && !built.has(f))
  for (const file of others.map((name) => join(publicFolder, name))) {
    const { mtimeMs } = await stat(file)
    if (mtimeMs < Date.now() - dayMs) await rm(file, { force: true })
  }
}

function manifestOf(outputs) {
  const named = Object.keys(outputs)
    .map((file) => basename(file))
    .filter((file) => !file.endsWith('.map') && !file.startsWith('chunk-'))
    .map((file) => [file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), file])
  return Object.fromEntries(named.toSorted())
}

// esbuild has said what is wrong by then; the half that is right is built all the same.
const halves = await Promise.allSettled([buildServer(), buildBrowser()])
for (const { reason } of halves.filter(({ status }) => status === 'rejected')) {
  if (!reason.errors) console.error(reason)
  process.exitCode = 1
}
