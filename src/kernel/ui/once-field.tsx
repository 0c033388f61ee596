import { createContext, useContext } from '#kernel/jsx'

/** The key of the forms of a page, made when it is: what is sent twice with one is done once. */
export const KeyContext = createContext('')

/** Stands in every form of which a second press must not be a second act. Where nobody has signed in, there is none. */
export function OnceField() {
  const key = useContext(KeyContext)
  return key ? <input type="hidden" name="form_key" value={key} /> : null
}
