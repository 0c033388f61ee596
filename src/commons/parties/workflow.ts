import { agent } from '#commons/directory'
import { workflow } from '#commons/workflow'

export const partyWorkflow = workflow('parties.party', {
  initial: 'known',
  states: {
    known: { tone: 'good', edits: [agent] },
    // Dead, dissolved, gone: it is no longer proposed, and what speaks of it still does.
    retired: { tone: 'neutral', edits: [agent], final: true },
    merged: { tone: 'neutral', final: true, aside: true },
  },
  transitions: {
    retire: { from: ['known'], to: 'retired', who: [agent] },
    restore: { from: ['retired'], to: 'known', who: [agent], back: true },
    merge: { from: ['known', 'retired'], to: 'merged', who: [] },
  },
})
