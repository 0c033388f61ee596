import { TooMuch } from './helper.ts'
import { Place } from './place.ts'

export { Place, TooMuch }
export { type Breath, breath } from './breath.ts'
export { watchPulse } from './pulse.ts'
export { Turns } from './turns.ts'

/** From here on, in bytes or characters, reading a text is heard by those who wait for a page. */
export const aLot = 64 * 1024

/**
 * The same of HTML that becomes a text, in characters. Of 64 kB, thousands of heads that are not closed cost 75 ms of
 * processor, nested tables 60 and a tag soup 55; of this much, the worst that was found costs 22.
 */
export const aLotOfHtml = 16 * 1024

/** In milliseconds, once it is begun. */
const longest = 20_000

const place = new Place()

/**
 * Runs an exported function of a file below `src/` in a process beside the one that answers, within bounds of time
 * and memory, or throws `TooMuch`; `Unavailable` where its turn does not come. Node runs that file as it is: it and what it imports are plain TypeScript. What
 * goes in and comes out is copied.
 */
export const aside = <Given, Made>(
  file: string,
  name: string,
  given: Given,
  most = longest,
): Promise<Made> =>
  // The type is that of the function, whose file only the other process opens.
  place.run({ file, name, given }, most) as Promise<Made>
