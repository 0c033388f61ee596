export { placedOn, putBack, remove } from '../recurring.ts'
