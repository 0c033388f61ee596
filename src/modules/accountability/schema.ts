import { z } from 'zod'
import { id, longText, several } from '#kernel/http'
import { WrittenPlan } from '#modules/strategy'
import { purposes } from './tables.ts'

/** Why a plan is frozen, and what is said of it. */
export const Freezing = z.object({ purpose: z.enum(purposes), report: longText() })

/** The next plan, and which elements go on in it. */
export const CarriedOver = WrittenPlan.extend({ chosen: several(id()) })
