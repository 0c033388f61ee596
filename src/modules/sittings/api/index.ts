import './attendance.ts'
import './facts.ts'
import './votes.ts'

export { api } from './routes.ts'
