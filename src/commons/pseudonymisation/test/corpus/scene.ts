import type { Authority } from './authority.ts'
import type { Dice } from './dice.ts'

/** What one act is written with: its chance, its authority, its habit of writing names, its carrier. */
export interface Scene extends Dice {
  house: Authority
  /** Most acts write all their names in one way; which one. */
  habit: number
  noise: 'clean' | 'ocr'
}

/** An act with the signs of marks.ts in it: the object and the paragraphs. */
export interface Draft {
  object: string
  text: string
}

export type Writer = (scene: Scene) => Draft
