import { z } from 'zod'
import { line } from '#kernel/http'
import { mailAddress } from '#kernel/mail'

/** What is said by who asks for a space. */
export const AskedFields = z.object({
  first_name: line(100),
  last_name: line(100),
  email: line(200).refine((text) => mailAddress(text) !== undefined, 'citizens.email_wrong'),
})
