import { beforeEach, expect, test } from 'vitest'
import { prepared } from '#test/harness'
import { clean } from '#kernel/richtext'
import { type Element, element, rewrite } from '../element.ts'
import { t } from '#kernel/i18n'
import {
  choiceNames,
  elementFields,
  lineNames,
  type SaidName,
  sections,
  useNameOf,
  WrittenElement,
} from '../element-fields.tsx'
import { fieldsOf } from '../fields.ts'
import { foundBy } from '../found.ts'
import { givenElement, givenPlan, type SmallPlan } from './small-plan.ts'

// Object.keys gives the names of these fields.
const names = Object.keys(elementFields) as SaidName[]

/** Columns of their own names say these: how far it is, the deadline that holds. */
const elsewhere: ReadonlySet<string> = new Set(['progress', 'due_on'])

let small: SmallPlan
let action: Element

const givenAction = prepared(async () => {
  const given = await givenPlan()
  const managers = [given.works]
  const top = await givenElement(given, 'strategic', given.volet, { path: ['begin'] })
  const middle = await givenElement(given, 'operational', top.id, { managers, path: ['begin'] })
  const below = await givenElement(given, 'action', middle.id, { title: 'Isoler', managers })
  return { authority: given.authority, given, below }
})

beforeEach(async () => {
  ;({ given: small, below: action } = await givenAction())
})

const path = () => `/strategy/elements/${action.id}`
const hide = (...uses: string[]) =>
  small.coordinator.visitor.post(`/strategy/plans/${small.plan.id}/settings/fields`, {
    level: 'action',
    ...Object.fromEntries(uses.map((use) => [`uses.${use}`, 'hidden'])),
  })

test.each(names)('%s is a field of some level, and asked for in a part of the form', (name) => {
  const use = useNameOf(name)
  if (use) expect(Object.values(fieldsOf).flat()).toContain(use)
  expect(sections.flatMap((part): readonly string[] => part.names)).toContain(name)
})

/** What a program sends back of what it read: what is written of an element, and the version. */
const writable = (told: object) =>
  Object.fromEntries(
    Object.entries(told).filter(([name]) => name === 'version' || name in WrittenElement.shape),
  )

test('what the API reads of an element it takes back, and nothing changes', async () => {
  const { visitor } = small.coordinator
  await small.authority.asSystem(async () =>
    rewrite(await element(action.id), {
      ...{ description: clean('<p>Sous les <strong>combles</strong></p>').html, fte: 2.5 },
      ...{ progress: 40, progress_reason: 'Vu sur place', health: 'risk', health_reason: 'Retard' },
      ...{ due_on: Temporal.PlainDate.from('2027-03-01'), sdgs: [7, 13], comments: 'Deux lignes' },
    }),
  )
  const told = (await visitor.api('GET', path())).json<Record<string, unknown>>()
  expect(Object.keys(told)).toEqual(
    expect.arrayContaining([...names, 'managers', 'mandataries', 'administrators', 'bearers']),
  )
  expect(told).toMatchObject({ progress: 40, done: 40, due_on: '2027-03-01', sdgs: [7, 13] })
  expect(told).toMatchObject({ fte: 2.5, managers: [small.works] })
  const again = await visitor.api('PUT', path(), writable(told))
  expect(again.status, again.text).toBe(200)
  expect(again.json()).toEqual(told)
})

test('what a plan hides is not among what the API reads, and the rest is taken back', async () => {
  const { visitor } = small.coordinator
  expect((await hide('health', 'planned_end', 'bearers')).status).toBe(303)
  const told = (await visitor.api('GET', path())).json<object>()
  for (const hidden of ['health', 'health_reason', 'due_on', 'bearers'])
    expect(told).not.toHaveProperty(hidden)
  expect((await visitor.api('PUT', path(), writable(told))).status).toBe(200)
})

test('an element is found by the words of each field that has any', async () => {
  const worded = names.filter((name) => 'words' in elementFields[name] && name !== 'title')
  expect(worded).toEqual(expect.arrayContaining(['description', 'observation', 'remark']))
  const said = Object.fromEntries(worded.map((name) => [name, `V${name}`]))
  const words = await small.authority.asSystem(async () => {
    const whole = { ...(await element(action.id)), ...said }
    return (await foundBy([whole]))(whole)
  })
  for (const name of worded) expect(words).toContain(`V${name}`)
})

test('each field that fits in a line is a column of the table and of its files', async () => {
  const { visitor } = small.coordinator
  const { text } = await visitor.get(`/strategy/plans/${small.plan.id}/actions.csv`)
  const { text: page } = await visitor.get(`/strategy/plans/${small.plan.id}/actions`)
  await small.authority.asSystem(async () => {
    const heads = text.split('\n')[0]
    // A plan of the municipality alone says of no element whose it is.
    const named = lineNames.filter((name) => name !== 'body' && !elsewhere.has(name))
    expect(named.length).toBeGreaterThan(6)
    for (const name of named)
      for (const where of [heads, page]) expect(where).toContain(t(elementFields[name].label))
  })
})

test('each field that is a choice among few is a condition, which a plan that hides it does not answer', async () => {
  const { visitor } = small.coordinator
  await small.authority.asSystem(async () => rewrite(await element(action.id), { priority: 2 }))
  const address = `/strategy/plans/${small.plan.id}/actions`
  const offered = choiceNames.filter((name) => name !== 'body')
  expect(offered).toContain('priority')
  const page = await visitor.get(`${address}?with=${offered.join(',')}`)
  for (const name of offered) expect(page.text).toContain(`name="${name}"`)
  expect((await visitor.get(`${address}.csv?priority=2`)).text).toContain('Isoler')
  expect((await visitor.get(`${address}.csv?priority=1`)).text).not.toContain('Isoler')
  expect((await visitor.get(`${address}.csv?priority=9`)).status).toBe(422)
  await hide('priority')
  expect((await visitor.get(`${address}.csv?priority=2`)).text).not.toContain('Isoler')
})
