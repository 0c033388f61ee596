import { agent } from '#commons/directory'
import { workflow } from '#commons/workflow'

export const streetWorkflow = workflow('places.street', {
  initial: 'in_use',
  states: {
    in_use: { tone: 'good', edits: [agent] },
    // It is there no more: no longer proposed, and what names it still does.
    ended: { tone: 'neutral', edits: [agent], final: true },
  },
  transitions: {
    end: { from: ['in_use'], to: 'ended', who: [agent] },
    restore: { from: ['ended'], to: 'in_use', who: [agent], back: true },
  },
})
