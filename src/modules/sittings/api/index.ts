import './attendance.ts'
import './course.ts'
import './facts.ts'

export { api } from './routes.ts'
