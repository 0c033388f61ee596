/** The goals of sustainable development (ODD) of the United Nations, by their numbers. */
export const goals = Array.from({ length: 17 }, (_, index) => index + 1)

/** The message that names a goal of sustainable development, 1 to 17. */
export const goalKey = (goal: number) => `vocabularies.sdg.${goal as 1}` as const // Schemas keep it from 1 to 17.
