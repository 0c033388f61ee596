import { administrator, agent, declareRole } from '#commons/directory'
import { workflow } from '#commons/workflow'
import { brokenSince, heldByOthers } from './readable.ts'

/** Writes the templates of the authority's documents (gestionnaire des modèles). */
export const templateKeeper = declareRole(
  'template_keeper',
  {
    called: 'stationery.keeper.called',
    sees: 'stationery.keeper.sees',
    does: 'stationery.keeper.does',
  },
  [agent],
)

const keepers = [templateKeeper, administrator]

export const templateWorkflow = workflow('stationery.template', {
  initial: 'draft',
  states: {
    draft: { tone: 'neutral', edits: keepers },
    // Offered on the pages of its dossiers.
    in_use: { tone: 'good', edits: keepers },
    withdrawn: { tone: 'neutral', final: true },
  },
  transitions: {
    offer: { from: ['draft'], to: 'in_use', who: keepers },
    // Nothing that others need goes from under them; it leads back, so it is no step that is proposed.
    withdraw: {
      from: ['draft', 'in_use'],
      to: 'withdrawn',
      who: keepers,
      when: heldByOthers,
      back: true,
    },
    restore: { from: ['withdrawn'], to: 'draft', who: keepers, when: brokenSince, back: true },
  },
})
