import { workflow } from '#commons/workflow'
import { inspector } from './role.ts'

interface Ending {
  ends_on: Temporal.PlainDate | null
}

const writers = ['author', 'service:editor', 'service:head'] as const

export const occupationWorkflow = workflow('streets.occupation', {
  initial: 'draft',
  states: {
    draft: { tone: 'neutral', waitsFor: ['author'], edits: writers },
    submitted: { tone: 'info', waitsFor: [inspector], edits: [inspector] },
    examined: { tone: 'info', waitsFor: ['service:head'], edits: ['service:head'] },
    granted: { tone: 'good', waitsFor: [inspector] },
    refused: { tone: 'bad', final: true },
    ended: { tone: 'neutral', final: true },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', who: writers },
    examine: {
      from: ['submitted'],
      to: 'examined',
      who: [inspector],
      when: ({ opinion }: { opinion: string }) =>
        opinion === '' ? { key: 'streets.occupation.no_opinion' } : null,
    },
    grant: {
      ...{ from: ['examined'], to: 'granted', who: ['service:head'], inPerson: true },
      // The college has answered: from now on it is due when the road is given back.
      writes: ({ ends_on }: Ending) => ({ due_on: ends_on }),
    },
    refuse: {
      ...{ from: ['examined'], to: 'refused', who: ['service:head'], inPerson: true },
      comment: 'required',
    },
    end: { from: ['granted'], to: 'ended', who: [inspector] },
    send_back: {
      ...{ from: ['submitted', 'examined'], to: 'draft', who: [inspector, 'service:head'] },
      ...{ comment: 'required', back: true },
    },
  },
})
