import type { Child } from 'hono/jsx'
import { itsLanguage } from '#kernel/tenancy'
import { Badge, Head } from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'
import { ActionBar, ActionDialogs, Obstacles } from './action-bar.tsx'
import { actions, kindName } from './change.ts'
import { FailedWork } from './failed-work.tsx'
import { StateBadge } from './history.tsx'
import type { PlainSteps } from './steps.ts'

interface DossierHeadProps<Own extends object, V extends string> {
  dossier: Dossier<Own>
  /** The steps that it offers; `stepRoute` makes them. */
  steps: PlainSteps<Own, V>
  /** What stands beside the state. */
  marks?: Child
  facts?: Child
  /** What one may do besides, before the steps and after them. */
  before?: Child
  after?: Child
}

/** The head of a dossier's page: what it is, its state, the steps open to me, and what is in the way. */
export async function DossierHead<Own extends object, V extends string>({
  dossier,
  steps: { kind, flow, verbs },
  marks,
  facts,
  before,
  after,
}: DossierHeadProps<Own, V>) {
  const possible = await actions(flow, dossier, verbs)
  const action = `${kind.path(dossier.id)}/steps`
  const called = flow.states[dossier.state]?.called?.(dossier)
  return (
    <>
      <Head
        reference={dossier.reference || kindName(kind.name)}
        title={dossier.title}
        state={
          <>
            <StateBadge flow={flow} state={dossier.state} />
            {called && (
              <Badge tone="neutral">
                <span lang={itsLanguage()}>{called}</span>
              </Badge>
            )}
            {marks}
          </>
        }
        facts={facts}
        actions={
          <>
            {before}
            <ActionBar action={action} actions={possible} />
            {after}
          </>
        }
      />
      <ActionDialogs action={action} actions={possible} />
      <Obstacles actions={possible} />
      <FailedWork of={dossier.id} />
    </>
  )
}
