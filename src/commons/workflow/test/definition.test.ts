import { describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { mayor } from '#commons/directory'
import { type Workflow, checkRolesIn, checkWorkflow, workflow, workflows } from '../definition.ts'

const step = (from: string[], to: string) => ({ from, to, who: ['author' as const] })

const flow = (
  states: Workflow['states'],
  transitions: Workflow['transitions'],
  initial = 'open',
): Workflow => workflow('test.flow', { initial, states, transitions })

describe('a workflow', () => {
  test('that leads from its first state to a last one is in order', () => {
    const sound = flow({ open: {}, done: { final: true } }, { finish: step(['open'], 'done') })
    expect(checkWorkflow(sound)).toEqual([])
  })

  test('has no state that nothing reaches', () => {
    const lost = flow(
      { open: {}, lost: {}, done: { final: true } },
      { finish: step(['open', 'lost'], 'done') },
    )
    expect(checkWorkflow(lost)).toEqual(['test.flow: nothing reaches the state lost'])
  })

  test('has no state without a way out, but for the last ones', () => {
    const stuck = flow({ open: {}, done: {} }, { finish: step(['open'], 'done') })
    expect(checkWorkflow(stuck)).toEqual([
      'test.flow: nothing leaves the state done, which is not final',
    ])
  })

  test('has no step that can never be made', () => {
    const dead = flow(
      { open: {}, done: { final: true }, lost: {} },
      { finish: step(['open'], 'done'), wake: step(['lost'], 'open') },
    )
    expect(checkWorkflow(dead)).toEqual([
      'test.flow: nothing reaches the state lost',
      'test.flow: the transition wake can never be made',
    ])
  })

  test('names states that exist', () => {
    const typo = flow({ open: {}, done: { final: true } }, { finish: step(['open'], 'doen') })
    expect(checkWorkflow(typo)).toContain(
      'test.flow.finish names the state doen, which does not exist',
    )
  })

  test('reaches states over several steps, and back', () => {
    const long = flow(
      { c: { final: true }, b: {}, a: {}, open: {} },
      {
        third: step(['b'], 'c'),
        second: step(['a'], 'b'),
        first: step(['open'], 'a'),
        back: step(['b'], 'open'),
      },
    )
    expect(checkWorkflow(long)).toEqual([])
  })
})

test('a workflow is for roles that somebody can be granted', () => {
  const bells = flow(
    { open: { waitsFor: [mayor] }, done: { final: true } },
    { finish: { from: ['open'], to: 'done', who: [mayor, 'author'] } },
  )
  expect(checkRolesIn([bells], [mayor])).toEqual([])
  expect(checkRolesIn([bells], [])).toEqual([
    'test.flow is for the role mayor, which stands in no place',
  ])
})

test('every workflow of the house is in order', async () => {
  await ground()
  expect(workflows.every().length).toBeGreaterThan(0)
  for (const one of workflows.every()) expect(checkWorkflow(one), one.kind).toEqual([])
})
