import { type Workflow, checkWorkflow } from '#commons/workflow'

/** The messages that a workflow is spoken of with: its states, verbs and deeds, and who acts. */
export function workflowMessages(flow: Workflow): string[] {
  const verbs = Object.entries(flow.transitions)
  const doers = verbs.flatMap(([, { who }]) => who)
  return [
    `${flow.kind}.name`,
    ...Object.keys(flow.states).map((state) => `${flow.kind}.state.${state}`),
    ...verbs.flatMap(([verb]) => [`${flow.kind}.verb.${verb}`, `${flow.kind}.done.${verb}`]),
    ...doers.flatMap((doer) =>
      typeof doer === 'object' ? [] : [`workflow.doer.${doer.replace(':', '.')}`],
    ),
  ]
}

/** States and transitions that cannot be reached, and those that no message names. */
export function checkFlow(flow: Workflow, keys: ReadonlySet<string>): string[] {
  const unsaid = workflowMessages(flow).filter((key) => !keys.has(key))
  return [
    ...checkWorkflow(flow),
    ...unsaid.map((key) => `${flow.kind}: there is no message ${key}`),
  ]
}
