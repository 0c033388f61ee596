import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'
import { mayEnd, mayProvide } from './guards.ts'

/** Who keeps minutes answers for them: a program takes no such step. */
const inPerson = true

/** The minutes (procès-verbal): written, at the disposal of the members, approved (CDLD L1122-16). */
export const recordWorkflow = workflow('minutes.record', {
  initial: 'draft',
  states: {
    draft: { tone: 'info', waitsFor: [secretariat], edits: [secretariat] },
    available: { tone: 'warn', edits: [secretariat] },
    approved: { tone: 'good', final: true },
  },
  transitions: {
    provide: { from: ['draft'], to: 'available', who: [secretariat], when: mayProvide, inPerson },
    // Of organs whose minutes are signed where the sitting ends.
    end: {
      from: ['draft', 'available'],
      to: 'approved',
      who: [secretariat],
      when: mayEnd,
      inPerson,
    },
    // The meeting that approves or refuses them entails these.
    approve: { from: ['draft', 'available'], to: 'approved', who: [] },
    refuse: { from: ['available'], to: 'draft', who: [], back: true },
    take_back: {
      from: ['available'],
      to: 'draft',
      who: [secretariat],
      writes: () => ({ read_version: null }),
      comment: 'required',
      back: true,
      inPerson,
    },
  },
})
