import { administrator, agent, declareRole } from '#commons/directory'
import { workflow } from '#commons/workflow'

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
    withdraw: { from: ['draft', 'in_use'], to: 'withdrawn', who: keepers },
    restore: { from: ['withdrawn'], to: 'draft', who: keepers, back: true },
  },
})
