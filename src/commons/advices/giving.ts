import { actor, bears } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { today } from '#commons/clock'
import { write } from '#commons/dossiers'
import { changed, changesOf, type Given, only } from '#commons/records'
import { change, isEditable } from '#commons/workflow'
import { type Advice, adviceFields, advices, adviceWorkflow } from './advice.ts'
import type { adviceOf } from './asking.ts'
import { keepVersions } from './version.ts'

type Found = Awaited<ReturnType<typeof adviceOf>>

/** What is written of an advice before it is given. */
export const draftFields = only(adviceFields, ['draft_value', 'draft_words'])
type DraftGiven = Given<typeof draftFields>
/** What is given of it; what is left out stays. */
export type Draft = { [K in keyof DraftGiven]?: DraftGiven[K] | undefined }

/** Writes at an advice, which those who give it alone read until it is given. */
export async function writeDraft({ advice, type }: Found, given: Draft): Promise<Advice> {
  ensure(isEditable(adviceWorkflow, advice), Forbidden, 'advices.not_given_by_you')
  const { draft_value: value } = given
  if (value && !type.offers.includes(value)) throw Invalid.field('draft_value', 'http.field.choose')
  const patch = await changed(draftFields, given, advice)
  if (Object.keys(patch).length === 0) return advice
  return write(advices, advice, patch, 'write', changesOf(draftFields, advice, patch))
}

/** Gives an advice as it is written (rendre l’avis): from now on all see it who see its dossier. */
export async function give(found: Found): Promise<Advice> {
  const { advice } = found
  const said = { value: advice.draft_value, words: advice.draft_words }
  const patch = { ...said, given_on: today(), given_by: actor().name }
  return kept(found, await change(advices, adviceWorkflow, advice, 'give', { patch }))
}

/** Corrects an advice that was given, as it is written now; the day on which it was given stays (D08). */
export async function correct(found: Found, comment: string): Promise<Advice> {
  const { advice } = found
  const patch = { value: advice.draft_value, words: advice.draft_words }
  return kept(found, await change(advices, adviceWorkflow, advice, 'correct', { patch, comment }))
}

async function kept({ of, dossier }: Found, advice: Advice): Promise<Advice> {
  await keepVersions([advice], new Map([[dossier.id as string, dossier]]), of)
  return advice
}

/** What the service that asked says of an advice. */
export async function answer({ advice }: Found, words: string): Promise<Advice> {
  ensure(
    advice.askers.some((one) => bears(one)),
    Forbidden,
    'advices.not_asked_by_you',
  )
  const fields = only(adviceFields, ['answer'])
  const patch = await changed(fields, { answer: words }, advice)
  if (Object.keys(patch).length === 0) return advice
  return write(advices, advice, patch, 'answer', changesOf(fields, advice, patch))
}
