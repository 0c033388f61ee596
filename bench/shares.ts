// Prints what a quiet authority notices of a loud one, as ratios of one run: `npm run bench -- shares`. It never
// fails because of one.
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { addPerson, addService, agent } from '#commons/directory'
import { coordinator, planPath } from '#modules/strategy'
import { openAuthority } from '#commons/trades'
import { projectRoot } from '#kernel/config'
import { startEmbedded } from '#kernel/db'
import { stand, type Standing } from './acts.ts'
import { type Ask, load, percentile } from './load.ts'
import { plant } from './plan.ts'
import { run } from './process.ts'
import { inAuthority, signedIn } from './scene.ts'
import { ms, table, times } from './table.ts'

const folder = join(projectRoot, 'data', 'bench-shares')
const port = 3911

/** How many documents of one dossier may wait. */
const mostOrders = 20
/** The most that a quiet authority may notice. */
const aim = 2

const embedded = await startEmbedded({ folder: join(folder, 'postgres') })
try {
  const standing = await stand(embedded.url, folder)
  const loud = await authority(standing)
  const quiet = await authority(standing)
  const planted = await inAuthority(standing.database, loud.slug, plant)
  const small = { strategic: 1, operational: 1, actions: 3 }
  const own = await inAuthority(standing.database, quiet.slug, () => plant(small))
  await standing.close()
  // What is measured is what shares do, not that who asks too often is refused.
  const environment = {
    ...{ DATABASE_URL: embedded.url, DATA_DIR: folder, DEMONSTRATION: 'false' },
    ...{ QUOTA_REQUESTS: '0', QUOTA_JOBS: '0' },
  }
  const product = await run('main.js', port, environment)
  try {
    const lines = await noticed(loud.who, quiet.who, planted)
    lines.push(...(await behindDocuments([loud.who, planted.planId], [quiet.who, own.planId])))
    console.log(table(lines))
  } finally {
    await product.stop()
  }
} finally {
  await embedded.stop()
}

type Who = Omit<Ask, 'path'>

/** An authority with somebody who writes plans and points. */
async function authority({ database, house }: Standing): Promise<{ slug: string; who: Who }> {
  const slug = `shares-${crypto.randomUUID()}`
  await openAuthority(database, house, {
    ...{ slug, name: slug, shortName: slug, kind: 'municipality' },
    ...{ address: [], hue: 200, arms: '', hosts: [`${slug}.localhost`] },
  })
  const account = { login: 'coordinator', password: crypto.randomUUID() }
  await inAuthority(database, slug, async () => {
    const { id: serviceId } = await addService('Travaux')
    await addPerson({
      ...({ civility: 'mrs', firstName: 'Alix', lastName: 'Belaval' } as const),
      ...{ roles: [agent, coordinator], account },
      memberships: [{ serviceId, function: 'editor' }],
    })
  })
  return { slug, who: await signedIn(database, slug, 'coordinator') }
}

/** The ways of making noise, and what the inbox and a document of the quiet authority take meanwhile. */
async function noticed(
  loud: Who,
  quiet: Who,
  { planId, actionId }: Awaited<ReturnType<typeof plant>>,
): Promise<string[][]> {
  const inbox = [{ ...quiet, path: '/inbox' }]
  const calm = async () => percentile(await load(port, inbox, { seconds: 4, connections: 1 }), 0.5)
  const plan = [{ ...loud, path: planPath({ id: planId }) }]
  await load(port, inbox, { seconds: 2, connections: 1 })
  const lines = [
    ['a quiet authority, while another', 'inbox p50', 'idle', 'of idle', `aim × ${aim}`],
  ]
  const ways: [string, (until: AbortSignal) => Promise<unknown>][] = [
    ['opens a plan of 2 000 actions, 4 people', (until) => keepAsking(plan, 4, until)],
    ['the same, 32 people', (until) => keepAsking(plan, 32, until)],
    ['sends 200 files of 5 MB, 16 at once', (until) => uploads(loud, actionId, until)],
  ]
  for (const [what, flood] of ways) {
    // Just before: the machine may do other things too, now more, now less.
    const idle = await calm()
    const ending = new AbortController()
    const flooding = flood(ending.signal)
    await delay(1000)
    const p50 = await calm()
    ending.abort()
    await flooding
    lines.push([what, ms(p50), ms(idle), times(p50 / idle), p50 <= aim * idle ? 'met' : 'MISSED'])
  }
  return lines
}

async function keepAsking(asks: readonly Ask[], people: number, until: AbortSignal): Promise<void> {
  const one = async () => {
    const sockets = new Agent({ keepAlive: true })
    while (!until.aborted) await answered(asks[0], sockets)
    sockets.destroy()
  }
  await Promise.all(Array.from({ length: people }, one))
}

/** Waits for an answer, whatever it is: who makes too much noise is told so. */
function answered(ask: Ask | undefined, sockets: Agent): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const headers = { host: ask?.host, cookie: `session=${ask?.session}` }
  request({ host: '127.0.0.1', port, path: ask?.path, agent: sockets, headers }, (answer) =>
    answer.on('close', resolve).resume(),
  )
    .on('error', () => resolve())
    .end()
  return promise
}

/** Files that are all different, sixteen at once. */
async function uploads(who: Who, action: string, until: AbortSignal): Promise<void> {
  const content = Buffer.alloc(5_000_000, 'a')
  let left = 200
  const one = async () => {
    while (!until.aborted && left-- > 0) {
      const boundary = crypto.randomUUID()
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${boundary}.txt"\r\n\r\n${boundary}`
      const { promise, resolve } = Promise.withResolvers<void>()
      const sent = request(
        {
          ...{
            host: '127.0.0.1',
            port,
            method: 'POST',
            path: `/strategy/elements/${action}/annexes`,
          },
          headers: {
            ...{ host: who.host, cookie: `session=${who.session}`, origin: `http://${who.host}` },
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
        },
        (answer) => answer.on('close', resolve).resume(),
      ).on('error', () => resolve())
      sent.write(head)
      sent.write(content)
      sent.end(`\r\n--${boundary}--\r\n`)
      await promise
    }
  }
  await Promise.all(Array.from({ length: 16 }, one))
}

/** A document of the quiet authority: alone, and while as many of the other wait as may. */
async function behindDocuments(
  loud: readonly [who: Who, planId: string],
  quiet: readonly [who: Who, planId: string],
): Promise<string[][]> {
  await madeIn(...quiet)
  const alone = Math.min(await madeIn(...quiet), await madeIn(...quiet))
  for (let count = 0; count < mostOrders; count += 1) await order(...loud)
  const behind = await madeIn(...quiet)
  return [
    ['a document of its own, alone', ms(alone), times(1), ''],
    [
      `the same, behind ${mostOrders} of a plan of 2 000 actions`,
      ms(behind),
      times(behind / alone),
      '',
    ],
  ]
}

function documentsPath(planId: string): string {
  return `${planPath({ id: planId })}/documents`
}

/** Milliseconds from asking for a report of a plan until it can be taken. */
async function madeIn(who: Who, planId: string): Promise<number> {
  const made = async () =>
    (await send(who, 'GET', documentsPath(planId))).text.split('href="/documents/').length
  const before = await made()
  const from = performance.now()
  await order(who, planId)
  while ((await made()) === before) await delay(20)
  return performance.now() - from
}

async function order(who: Who, planId: string): Promise<void> {
  const body = new URLSearchParams({ template: 'follow_up', format: 'pdf' }).toString()
  const { status } = await send(who, 'POST', documentsPath(planId), body)
  if (status !== 303) throw new Error(`A document was not taken on: ${status}`)
}

function send(who: Who, method: string, path: string, body = '') {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const headers = {
    ...{ host: who.host, cookie: `session=${who.session}`, origin: `http://${who.host}` },
    ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    text(answer)
      .then((said) => resolve({ status: answer.statusCode ?? 0, text: said }))
      .catch(reject)
  })
    .on('error', reject)
    .end(body)
  return promise
}
