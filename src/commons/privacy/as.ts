import { z } from 'zod'
import { exportFormats } from '#commons/exports'

/** As which file something is taken out, where it is. */
export const As = z.object({ as: z.enum(exportFormats).optional().catch(undefined) })
