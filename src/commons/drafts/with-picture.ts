import { z } from 'zod'
import { uploads } from '#kernel/http'
import { fromField, pictureTag } from '#kernel/richtext'
import { isHtml } from '#kernel/textparts'

/** A whole form with a picture for one of its texts (`kernel/ui/rich-picture.tsx`). */
export const WithPicture = z.looseObject({
  form_picture: uploads(20, { empty: true }),
  form_picture_of: z.string().max(200),
})

/** The words that were given for the picture; empty where it says nothing, undefined where they are owed. */
export function altOf(said: Record<string, unknown>, name: string): string | undefined {
  if (said[`form_picture_decorative.${name}`] !== undefined) return ''
  return String(said[`form_picture_alt.${name}`] ?? '').trim() || undefined
}

/** What was typed in the field, with the picture behind it. */
export function withPicture(typed: string, shown: { hash: string; alt: string }): string {
  const html = isHtml(typed) ? typed : fromField(typed).html
  return html + pictureTag(shown)
}
