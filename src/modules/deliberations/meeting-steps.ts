import { giveNumber, type Rule, rulesOf } from '#commons/numbering'
import { organ } from '#commons/organs'
import { change, enforceMany } from '#commons/workflow'
import { keepVersion } from './agenda-version.ts'
import { pointsOf } from './agenda.ts'
import { announcers, beforeFreezing } from './around-meeting.ts'
import { bringBack } from './coming-back.ts'
import { type Item, items } from './item.ts'
import {
  allItems,
  dayOf,
  itemNumbers,
  itemReference,
  type Meeting,
  meetingNumbers,
  meetings,
} from './meeting.ts'
import { offAgenda } from './order.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

/**
 * Freezes the agenda (séance gelée): the meeting gets its number, points their references; from here
 * on, a point that is presented is late. CDLD L1122-13.
 */
export async function freeze(meeting: Meeting): Promise<Meeting> {
  for (const join of beforeFreezing.all()) await join(meeting)
  const body = await organ(meeting.organ_id)
  const { number, reference, rule } = await numberOf(meeting, body.acronym)
  const frozen = await change(meetings, meetingWorkflow, meeting, 'freeze', {
    patch: { number, reference, agenda_version: meeting.agenda_version + 1 },
  })
  const referenceAt = await itemReference(body.acronym, frozen, rule)
  const steps = (await allItems(meeting)).map((dossier) => ({
    dossier,
    patch: { reference: referenceAt(dossier) },
  }))
  await enforceMany(items, itemWorkflow, 'freeze', steps)
  await keepVersion(frozen)
  return frozen
}

/**
 * The number of a meeting that is held on a day, and its reference: those that it had, where its agenda was frozen before and
 * numbers do not begin again in between; else the next ones, and how its points are named from now on. What it was called
 * in the year that it left is given to no other: who was convoked under it finds this one alone.
 */
export async function numberOf(
  meeting: Meeting,
  acronym: string,
  day = dayOf(meeting),
): Promise<{ number: number; reference: string; rule?: Rule }> {
  const { number, reference } = meeting
  if (number !== null && day.year === dayOf(meeting).year) return { number, reference }
  const rules = await rulesOf([meetingNumbers, itemNumbers])
  if (number !== null && rules(meetingNumbers).restarts === 'never') return { number, reference }
  const what = { scope: meeting.organ_id, words: { organ: acronym }, day }
  const given = await giveNumber(meetingNumbers, { ...what, rule: rules(meetingNumbers) })
  return { ...given, rule: rules(itemNumbers) }
}

/** Opens the agenda again; points keep their place and reference. */
export async function unfreeze(meeting: Meeting): Promise<Meeting> {
  // Those of it now: who hears that it is open again may present others to it.
  const steps = (await allItems(meeting)).map((dossier) => ({ dossier }))
  const open = await change(meetings, meetingWorkflow, meeting, 'unfreeze')
  await enforceMany(items, itemWorkflow, 'unfreeze', steps)
  return open
}

/** Opens the sitting (séance ouverte): from here on the organ votes and decides. */
export function openSitting(meeting: Meeting): Promise<Meeting> {
  return change(meetings, meetingWorkflow, meeting, 'decide', {
    patch: { opened_at: clickOf(meeting) },
  })
}

/** When a sitting begins or ends by a click; of one that is noted afterwards nobody knows it until somebody says it. */
const clickOf = ({ noted_after }: Meeting): Temporal.Instant | null =>
  noted_after ? null : Temporal.Now.instant()

/** Lifts the sitting for want of quorum (séance levée): what is not decided is put off, and waits again. CDLD L1122-17. */
async function lift(meeting: Meeting): Promise<Meeting> {
  await holdPoints(meeting)
  const patch = { closed_at: clickOf(meeting), due_on: null, lifted: true }
  const lifted = await change(meetings, meetingWorkflow, meeting, 'lift', { patch })
  await putOff(meeting, 'lapse')
  return lifted
}

/** Closes the meeting, once every point is decided: those that were put off wait again. */
export async function close(meeting: Meeting): Promise<Meeting> {
  await holdPoints(meeting)
  // Where it was opened again, it was over when it was over.
  const patch = { closed_at: meeting.closed_at ?? clickOf(meeting), due_on: null }
  const closed = await change(meetings, meetingWorkflow, meeting, 'close', { patch })
  await bringBack((await allItems(meeting)).filter(({ state }) => state === 'delayed'))
  return closed
}

/** From here on nobody decides a point of a meeting, nor takes a decision back: what is counted of them stays so. */
async function holdPoints(meeting: Meeting): Promise<void> {
  await pointsOf(meeting, { lock: true })
}

/** Opens a closed meeting again, while its minutes are not approved, to correct what it did; history says why. */
const reopenMeeting = (meeting: Meeting, comment: string): Promise<Meeting> =>
  change(meetings, meetingWorkflow, meeting, 'reopen', {
    comment,
    patch: { due_on: dayOf(meeting) },
  })

/** Calls a meeting off (séance annulée) before it is opened: its points wait again, and those who were convoked are told. */
async function cancelMeeting(meeting: Meeting, comment: string): Promise<Meeting> {
  const cancelled = await change(meetings, meetingWorkflow, meeting, 'cancel', {
    comment,
    patch: { due_on: null, cancelled_at: Temporal.Now.instant() },
  })
  if (meeting.state === 'frozen') await putOff(meeting, 'fall')
  else await takeOff(await allItems(meeting))
  const told = { meeting: cancelled, before: meeting, reason: comment, urgency: '' }
  for (const announce of announcers.all()) await announce({ ...told, what: 'cancelled' })
  return cancelled
}

/** What of a frozen agenda is not decided is put off, and comes back as points that wait. */
async function putOff(meeting: Meeting, how: 'lapse' | 'fall'): Promise<void> {
  const undecided = (await allItems(meeting)).filter(({ state }) => state === 'frozen')
  const steps = undecided.map((dossier) => ({ dossier }))
  await enforceMany(items, itemWorkflow, how, steps)
  await bringBack((await allItems(meeting)).filter(({ state }) => state === 'delayed'))
}

/** Points that no agenda bears any more. */
async function takeOff(some: readonly Item[]): Promise<void> {
  const steps = some.map((dossier) => ({ dossier, patch: offAgenda }))
  await enforceMany(items, itemWorkflow, 'withdraw', steps)
}

const steps = {
  freeze,
  unfreeze,
  decide: openSitting,
  close,
  lift,
  cancel: cancelMeeting,
  reopen: reopenMeeting,
}

/** Takes the step of a meeting that a form or the API was sent. */
export const stepMeeting = (
  meeting: Meeting,
  { verb, comment }: { verb: keyof typeof steps; comment: string },
): Promise<Meeting> => steps[verb](meeting, comment)
