import { directorGeneral } from '#commons/directory'
import { workflow } from '#commons/workflow'
import {
  mayPutOff,
  mayTakeOff,
  mayTreat,
  votesCarry,
  votesCarryAsItIs,
  votesDoNotCarry,
} from './decision-guards.ts'
import { mayTakeBack } from './followed.ts'
import type { Item } from './item.ts'
import { leading } from './levels.ts'
import { hasPoints, mayClose, mayLift, mayOpen, mayReopen, notConvoked } from './meeting-guards.ts'
import { isComplete, mayPresent } from './presenting.ts'
import { secretariat } from './role.ts'

/** Decided by the organ or by who answers for it: a program takes no such step. */
const inPerson = true

/** The meeting (séance): CDLD L1122-13 to L1122-27. */
export const meetingWorkflow = workflow('deliberations.meeting', {
  initial: 'created',
  states: {
    created: { tone: 'info', waitsFor: [secretariat] },
    frozen: { tone: 'info', waitsFor: [secretariat] },
    decided: { tone: 'warn', waitsFor: [secretariat] },
    closed: { tone: 'good' },
    cancelled: { tone: 'neutral', final: true },
  },
  transitions: {
    freeze: { from: ['created'], to: 'frozen', who: [secretariat], when: hasPoints },
    decide: { from: ['frozen'], to: 'decided', who: [secretariat], when: mayOpen, inPerson },
    close: { from: ['decided'], to: 'closed', who: [secretariat], when: mayClose, inPerson },
    lift: { from: ['decided'], to: 'closed', who: [secretariat], when: mayLift, inPerson },
    unfreeze: {
      from: ['frozen'],
      to: 'created',
      who: [secretariat],
      when: notConvoked,
      back: true,
    },
    cancel: {
      from: ['created', 'frozen'],
      to: 'cancelled',
      who: [secretariat],
      comment: 'required',
      back: true,
      inPerson,
    },
    // What was decided is corrected in the meeting itself, until its minutes are approved.
    reopen: {
      from: ['closed'],
      to: 'decided',
      who: [secretariat],
      when: mayReopen,
      comment: 'required',
      back: true,
      inPerson,
    },
  },
})

/** The point (point d’ordre du jour), through its levels of validation to its decision. */
export const itemWorkflow = workflow('deliberations.item', {
  initial: 'created',
  states: {
    created: {
      tone: 'neutral',
      waitsFor: ['author'],
      edits: ['service:editor', 'service:head', 'author'],
    },
    // At one of the levels of validation of its organ.
    proposed: {
      tone: 'info',
      waitsFor: ['own:validators'],
      edits: ['own:validators'],
      skippedBy: ['endorse', 'validate'],
      called: ({ level }: Item) => level,
    },
    validated: { tone: 'info', waitsFor: [secretariat], edits: [secretariat, 'own:validators'] },
    presented: { tone: 'info', edits: [secretariat] },
    frozen: { tone: 'info', edits: [secretariat] },
    accepted: { tone: 'good', final: true },
    accepted_modified: { tone: 'good', final: true },
    refused: { tone: 'bad', final: true },
    delayed: { tone: 'neutral', final: true },
    removed: { tone: 'neutral', final: true },
    treated: { tone: 'neutral', final: true },
    cancelled: { tone: 'neutral' },
  },
  transitions: {
    propose: {
      from: ['created'],
      to: 'proposed',
      who: ['service:editor', 'service:head'],
      when: isComplete,
      writes: leading('first'),
    },
    endorse: {
      from: ['proposed'],
      to: 'proposed',
      who: ['own:endorsers'],
      when: isComplete,
      writes: leading('next'),
      inPerson,
    },
    validate: {
      from: ['proposed'],
      to: 'validated',
      who: ['own:finals'],
      when: isComplete,
      writes: leading('passed'),
      inPerson,
    },
    step_back: {
      from: ['proposed', 'validated'],
      to: 'proposed',
      who: ['own:validators', directorGeneral, secretariat],
      only: ({ state, level_no }: Item) => level_no > (state === 'validated' ? 0 : 1),
      writes: leading('before'),
      comment: 'required',
      back: true,
      inPerson,
    },
    // The levels of its organ changed while it stood at one.
    relevel: { from: ['proposed'], to: 'proposed', who: [] },
    present: { from: ['validated'], to: 'presented', who: [secretariat], when: mayPresent },
    freeze: { from: ['presented'], to: 'frozen', who: [] },
    unfreeze: { from: ['frozen'], to: 'presented', who: [] },
    accept: {
      from: ['frozen'],
      to: 'accepted',
      who: [secretariat],
      when: { many: votesCarryAsItIs },
      inPerson,
    },
    accept_modified: {
      from: ['frozen'],
      to: 'accepted_modified',
      who: [secretariat],
      when: { many: votesCarry },
      inPerson,
    },
    refuse: {
      from: ['frozen'],
      to: 'refused',
      who: [secretariat],
      when: { many: votesDoNotCarry },
      inPerson,
    },
    delay: {
      from: ['frozen'],
      to: 'delayed',
      who: [secretariat],
      when: { many: mayPutOff },
      inPerson,
    },
    remove: {
      from: ['frozen'],
      to: 'removed',
      who: [secretariat],
      when: { many: mayPutOff },
      inPerson,
    },
    // Heard (information, communication, question orale): no act comes out of it.
    treat: {
      from: ['frozen'],
      to: 'treated',
      who: [secretariat],
      when: { many: mayTreat },
      inPerson,
    },
    // The sitting was lifted for want of quorum (CDLD L1122-17).
    lapse: { from: ['frozen'], to: 'delayed', who: [] },
    // The meeting was called off after its agenda was frozen.
    fall: { from: ['frozen'], to: 'delayed', who: [] },
    reopen: {
      from: ['accepted', 'accepted_modified', 'refused', 'delayed', 'removed', 'treated'],
      to: 'frozen',
      who: [secretariat],
      when: mayTakeBack,
      back: true,
      inPerson,
    },
    withdraw: {
      from: ['presented', 'frozen'],
      to: 'validated',
      who: [secretariat],
      when: { many: mayTakeOff },
      back: true,
    },
    send_back: {
      from: ['proposed', 'validated'],
      to: 'created',
      who: ['service:head', 'own:validators', directorGeneral, secretariat],
      writes: leading('none'),
      comment: 'required',
      back: true,
    },
    drop: {
      from: ['created'],
      to: 'cancelled',
      who: ['author', 'service:editor', 'service:head'],
      comment: 'required',
      back: true,
    },
    cancel: {
      from: ['proposed', 'validated'],
      to: 'cancelled',
      who: ['service:head', 'own:validators', directorGeneral, secretariat],
      writes: leading('none'),
      comment: 'required',
      back: true,
    },
    restore: {
      from: ['cancelled'],
      to: 'created',
      who: ['author', 'service:head', directorGeneral, secretariat],
      back: true,
    },
  },
})

/** The decisions that a meeting can take on a point. */
export const decisions = [
  ...(['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'treat'] as const),
] as const
export type Decision = (typeof decisions)[number]
/** The states of a point that was decided. */
export const decidedStates: readonly string[] = itemWorkflow.transitions.reopen.from
