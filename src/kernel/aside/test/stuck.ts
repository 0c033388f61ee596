// A process that answers nothing any more, for pulse.test.ts: Node runs this file as it is.
import { watchPulse } from '../pulse.ts'

watchPulse(2)
const [, , how] = process.argv
process.on('SIGTERM', () => process.exit())
if (how === 'stuck') for (;;) Math.random()
setTimeout(() => process.exit(7), 4000)
