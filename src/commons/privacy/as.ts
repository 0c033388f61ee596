import { z } from 'zod'
import { asFile } from '#commons/exports'

/** As which file something is taken out, where it is. */
export const As = z.object({ as: asFile() })
