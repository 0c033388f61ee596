import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** Something that lacks, in a sentence, and where it is done. */
export interface Lack {
  readonly sentence: string
  readonly href: string
}

/** One thing without which an authority does not work yet (premier pas): told by the folder that keeps it. */
export interface FirstStep {
  /** Under which programs know it: `organs.seats`. */
  readonly name: string
  readonly title: MessageKey
  /** What lacks now, by what is there and not by what was ticked; nothing where it is done. One query. */
  readonly lacks: () => Promise<readonly Lack[]>
}

/** Filled by the folders without which nothing is decided. */
export const firstSteps = slot<FirstStep>('firstSteps')

/** A step, and what lacks of it. */
export type Step = Pick<FirstStep, 'name' | 'title'> & { lacks: readonly Lack[] }

/** The first steps of the authority, those that are done among them. */
export async function steps(): Promise<Step[]> {
  const all = []
  for (const { name, title, lacks } of firstSteps.all())
    all.push({ name, title, lacks: await lacks() })
  return all
}

/** Those that are not done. */
export const stepsLeft = async (): Promise<Step[]> =>
  (await steps()).filter(({ lacks }) => lacks.length > 0)
