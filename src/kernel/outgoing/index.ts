export { outgoing, useOutgoing } from './ask.ts'
