import { z } from 'zod'

/** What an entry that corrects says. */
export const Corrected = z.object({ words: z.string(), reason: z.string() })

/** As what the register of a sitting is made. */
export const Made = z.object({ format: z.enum(['pdf', 'docx', 'ods']).default('pdf') })
