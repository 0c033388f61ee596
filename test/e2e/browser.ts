import sparticuz from '@sparticuz/chromium'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { projectRoot } from '#kernel/config'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** How long a person waits before they think that nothing happens, in milliseconds. */
const patience = 10_000

let shared: Promise<Browser> | undefined

/** A fresh profile in this worker's one browser: no cookies, French first, the screen of a desk. */
export async function profile(options: BrowserContextOptions): Promise<BrowserContext> {
  const browser = await (shared ??= launch())
  const context = await browser.newContext({
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(patience)
  return context
}

async function launch(): Promise<Browser> {
  return chromium.launch({ args, executablePath: await executable() })
}

const packageOf = (name: string) =>
  join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'package.json')

/**
 * The browser that npm brought, unpacked once a version. The package unpacks into the folder of
 * temporary files, where two workers that begin together would each run half a file: here it
 * appears whole or not at all.
 */
async function executable(): Promise<string> {
  const { version } = createRequire(import.meta.url)(packageOf('@sparticuz/chromium'))
  const folder = join(projectRoot, 'node_modules/.cache')
  const home = join(folder, `chromium-${version}`)
  if (!existsSync(home)) {
    await mkdir(folder, { recursive: true })
    const fresh = await mkdtemp(join(folder, 'unpacking-'))
    await unpackInto(fresh)
    // Another worker was first: its copy is as good.
    await rename(fresh, home).catch(() => rm(fresh, { recursive: true }))
  }
  return join(home, 'chromium')
}

async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = folder
  try {
    await sparticuz.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}
