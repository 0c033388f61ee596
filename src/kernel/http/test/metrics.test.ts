import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { readConfig } from '#kernel/config'
import { authenticate, failurePage, proveAnew } from '#kernel/pages'
import { createApp } from '../index.ts'

const METRICS_TOKEN = 'a-token-of-the-watch'
let authority: TestAuthority
let watched: ReturnType<typeof createApp>
let closed: ReturnType<typeof createApp>

beforeAll(async () => {
  const { database, gate, house } = await ground()
  authority = await givenAuthority()
  const jobs = () => 'running' as const
  const on = {
    database,
    gate,
    routes: house.routes,
    authenticate,
    failurePage,
    prove: proveAnew,
    jobs,
  }
  watched = createApp({ ...on, config: readConfig({ METRICS_TOKEN }) })
  closed = createApp({ ...on, config: readConfig({}) })
})

const asked = (app: typeof watched, token?: string) =>
  app.request('http://localhost/metrics', {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })

test('what the process tells of itself is for who brings the token, and for nobody where there is none (R13)', async () => {
  expect((await asked(watched, METRICS_TOKEN)).status).toBe(200)
  expect((await asked(watched)).status).toBe(404)
  expect((await asked(watched, `${METRICS_TOKEN}x`)).status).toBe(404)
  expect((await asked(closed, METRICS_TOKEN)).status).toBe(404)
  expect((await asked(closed)).status).toBe(404)
})

test('requests are counted by route and kind of answer, not by address (R13)', async () => {
  const route = 'method="GET",route="/deliberations/items/:id"'
  const figures = [
    `beffroi_requests_total{${route},status="3xx"}`,
    `beffroi_request_duration_seconds_bucket{${route},le="+Inf"}`,
    `beffroi_request_duration_seconds_count{${route}}`,
  ]
  const told = async () => (await asked(watched, METRICS_TOKEN)).text()
  /** Others of this process have asked before. */
  const counts = (text: string) =>
    figures.map((name) => Number(text.split(`${name} `)[1]?.split('\n')[0] ?? 0))
  const before = counts(await told())
  for (const end of ['1', '2', '3'])
    await watched.request(`http://${authority.host}/deliberations/items/${end}?q=${end}`, {
      headers: { host: authority.host },
    })
  for (const end of ['a', 'b']) await watched.request(`http://${authority.host}/no/${end}`)
  const text = await told()
  expect(counts(text)).toEqual(before.map((count) => count + 3))
  expect(text).toMatch(/beffroi_requests_total\{method="GET",route="none",status="4xx"\} \d+/)
  expect(text).not.toContain('/no/a')
})

test('pools, jobs, worker, memory and the one thread are told in the format of Prometheus (R13)', async () => {
  const text = await (await asked(watched, METRICS_TOKEN)).text()
  for (const name of [
    'beffroi_pool_connections{pool="pool",state="used"}',
    'beffroi_pool_waiting{pool="pool"}',
    'beffroi_jobs{state="waiting"}',
    'beffroi_jobs{state="failed"}',
    'beffroi_jobs_oldest_seconds',
    'beffroi_worker_running',
    'process_resident_memory_bytes',
    'beffroi_loop_delay_seconds{quantile="0.99"}',
  ])
    expect(text).toContain(`\n${name} `)
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/)
  const types = text.match(/^# TYPE (\w+)/gm) ?? []
  expect(new Set(types).size).toBe(types.length)
})

test('a job that is given up is counted, whichever authority it is of (R13)', async () => {
  const { database } = await ground()
  const failed = async () => {
    const text = await (await asked(watched, METRICS_TOKEN)).text()
    return Number(/beffroi_jobs\{state="failed"\} (\d+)/.exec(text)?.[1])
  }
  const before = await failed()
  await database.owner.query(
    `with set as materialized (select set_config('app.tenant', $1, true))
     insert into kernel.failed_job (tenant_id, id, task, who, data, dossier_ids, reason)
     select $1::uuid, uuidv7(), 'test.it', '{}', '{}', '{}', '{}' from set`,
    [authority.tenant.id],
  )
  expect(await failed()).toBe(before + 1)
})
