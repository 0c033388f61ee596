// What citizens feel: 387 authorities and 1 000 000 published points on one house. Prints how many point pages are answered a second,
// made anew and kept; the same bytes from nginx, and a like page of Plone at PLONE_URL, where they are there; the 95th percentile of a
// search over all authorities; what the first page of a reader weighs. `npm run bench -- portal`; PORTAL_POINTS=50000 tries it.
import autocannon from 'autocannon'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { startEmbedded } from '#kernel/db'
import { stand } from './acts.ts'
import { folder } from './cluster.ts'
import { seedPortal } from './portal-seed.ts'
import { run } from './process.ts'
import { figure } from './table.ts'

const points = Number(process.env['PORTAL_POINTS'] ?? 1_000_000)
const port = 3921
const region = 'region.localhost'
const headers = { 'accept-encoding': 'br, gzip', 'accept-language': 'fr' }

interface Page {
  host: string
  path: string
}

const postgres = await startEmbedded({ folder: join(folder, 'portal') })
const url = postgres.url.replace(/\/[^/]*$/, `/portal_${points}`)
try {
  const pages = await seedPortal(postgres, url, points)
  await (await stand(url)).close()
  const server = await run('main.js', port, {
    ...{ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'warn', QUOTA_REQUESTS: '0' },
    PORTAL_HOST: region,
  })
  try {
    await measure(pages)
  } finally {
    await server.stop()
  }
} finally {
  await postgres.stop()
}

async function measure(pages: readonly Page[]): Promise<void> {
  const hot = pages.slice(0, 50)
  const cold = pages.slice(50)
  // What V8 has not seen yet it computes slowly.
  await answered(cold.slice(0, cold.length / 2), 10)
  say('point pages made anew', await answered(cold.slice(cold.length / 2), 20), 2000)
  await answered(hot, 3)
  const kept = await answered(hot, 10)
  say('point pages that are kept', kept, 15_000)
  const [page] = hot
  if (!page) throw new Error('Nothing was seeded')
  await nginx(await asked(page))
  const plone = process.env['PLONE_URL']
  if (plone) {
    const { average } = (await autocannon({ url: plone, connections: 32, duration: 10 })).requests
    console.log(`a like page of Plone: ${figure(average)}/s, ${figure(kept / average)} times less`)
  }
  await searches()
  await weigh(page)
}

function say(what: string, rate: number, least: number): void {
  console.log(`${what}: ${figure(rate)}/s (at least ${figure(least)})`)
}

/** How many of these are answered a second, on 32 connections, each asked in its turn by one of them. Throws where one is no page. */
async function answered(pages: readonly Page[], duration: number): Promise<number> {
  let turn = 0
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { host, path } = pages[turn++ % pages.length] ?? { host: region, path: '/' }
    return { ...request, path, headers: { ...headers, host } }
  }
  const told = await autocannon({
    ...{ url: `http://127.0.0.1:${port}`, connections: 32, duration },
    requests: [{ setupRequest }],
  })
  const { non2xx, errors } = told
  if (non2xx + errors > 0) throw new Error(`${non2xx} were no pages, ${errors} had no answer`)
  return told.requests.average
}

/** The answer to one page, as it is sent. `fetch` would name a host of its own. */
function asked({ host, path }: Page): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  request({ host: '127.0.0.1', port, path, headers: { ...headers, host } }, (got) => {
    resolve(buffer(got))
  })
    .on('error', reject)
    .end()
  return promise
}

/** The same bytes from a file, by nginx with a process for each core. */
async function nginx(bytes: Buffer): Promise<void> {
  if (spawnSync('nginx', ['-v']).error) return console.log('nginx: not there')
  const own = join(folder, 'nginx')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'page.html'), bytes)
  writeFileSync(
    join(own, 'nginx.conf'),
    `worker_processes 2; pid ${own}/pid; daemon off; error_log ${own}/error.log;
events {} http { access_log off; keepalive_requests 1000000; server { listen 127.0.0.1:3922; root ${own};
location / { default_type text/html; add_header content-encoding br; } } }`,
  )
  const child = spawn('nginx', ['-c', join(own, 'nginx.conf')], { stdio: 'ignore' })
  await setTimeout(500)
  const told = await autocannon({
    url: 'http://127.0.0.1:3922/page.html',
    connections: 32,
    duration: 10,
  })
  child.kill()
  console.log(`the same bytes from nginx: ${figure(told.requests.average)}/s`)
}

/** Searches over all authorities, of frequent and of rare words, one after the other on four connections. */
async function searches(): Promise<void> {
  const words = [
    'voirie',
    'marché travaux',
    'rue du Moulin',
    'subside',
    'budget 2024',
    'école',
    'taxe déchets',
    'zzyzx',
  ]
  const requests = words.map((word) => ({
    path: `/decisions?q=${encodeURIComponent(word)}`,
    headers: { ...headers, host: region },
  }))
  const told = await autocannon({
    ...{ url: `http://127.0.0.1:${port}`, connections: 4, duration: 15, requests },
  })
  console.log(
    `search over all authorities: p97.5 ${figure(told.latency.p97_5)} ms, p50 ${figure(told.latency.p50)} ms (p95 at most 60), ${told.non2xx} failed`,
  )
}

/** What a reader downloads for their first page, as it is sent. */
async function weigh(page: Page): Promise<void> {
  const bytes = await asked(page)
  const text = brotliDecompressSync(bytes).toString()
  const more = [...text.matchAll(/(?:href|src)="(\/(?:assets|theme|arms)[^"]*)"/g)].map(
    ([, path = '']) => path,
  )
  let sum = bytes.length
  for (const path of new Set(more)) {
    const part = (await asked({ ...page, path })).length
    sum += part
    console.log(`  ${path}: ${figure(part / 1000)} kB`)
  }
  console.log(`the first page, with what it names: ${figure(sum / 1000)} kB (at most 100)`)
}
