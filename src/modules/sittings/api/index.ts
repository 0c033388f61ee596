import './attendance.ts'
import './votes.ts'

export { api } from './routes.ts'
