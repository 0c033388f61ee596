import './attendance.ts'
import './facts.ts'

export { api } from './routes.ts'
