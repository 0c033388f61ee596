import { said } from './chart-frame.tsx'

export interface WheelSegment {
  /** Written in its segment. */
  number: number
  label: string
  /** How far, 0 to 1. */
  value: number
  /** The same in words: « 3 actions, 65 % ». */
  text: string
  href?: string | undefined
}

export interface WheelProps {
  caption: string
  /** Up to 17 read well. */
  segments: readonly WheelSegment[]
}

const size = 320
/** Radii: where segments begin to fill, where they are full, where they end after their number. */
const radius = { inner: 52, full: 130, outer: 156 }

/** A ring of equal segments, each filled outwards by its value, beside the list that tells them. */
export function Wheel({ caption, segments }: WheelProps) {
  const angle = (2 * Math.PI) / Math.max(1, segments.length)
  return (
    <figure class="chart wheel">
      <figcaption>{caption}</figcaption>
      <div class="wheel-body">
        <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
          {segments.map((segment, index) => (
            <SegmentView segment={segment} from={index * angle} to={(index + 1) * angle} />
          ))}
        </svg>
        <ol>
          {segments.map((segment) => (
            <li>
              <span class="wheel-number">{segment.number}</span>
              <span>
                {segment.href ? <a href={segment.href}>{segment.label}</a> : segment.label}
                <small>{segment.text}</small>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  )
}

function SegmentView({ segment, from, to }: { segment: WheelSegment; from: number; to: number }) {
  const { number, label, text, value } = segment
  const share = Math.min(1, Math.max(0, value))
  const filled = radius.inner + share * (radius.full - radius.inner)
  const [x, y] = point((radius.full + radius.outer) / 2, (from + to) / 2)
  return (
    <g>
      <title>{said(`${number}. ${label}`, text)}</title>
      <path class="rim" d={ring(radius.full, radius.outer, from, to)} />
      <path class="track" d={ring(radius.inner, radius.full, from, to)} />
      {share > 0 && <path class="value" d={ring(radius.inner, filled, from, to)} />}
      <text x={x} y={y} dy="0.36em">
        {number}
      </text>
    </g>
  )
}

/** Of a clock: 0 is at noon, angles turn to the right. */
function point(distance: number, angle: number): [number, number] {
  const round = (value: number) => Math.round(100 * value) / 100
  return [
    round(size / 2 + distance * Math.sin(angle)),
    round(size / 2 - distance * Math.cos(angle)),
  ]
}

/** A piece of a ring between two radii, in two halves: an arc cannot draw a whole turn. */
function ring(inner: number, outer: number, from: number, to: number): string {
  const middle = (from + to) / 2
  const arc = (distance: number, angle: number, sweep: 0 | 1) =>
    `A${distance} ${distance} 0 0 ${sweep} ${point(distance, angle).join(' ')}`
  return [
    `M${point(inner, from).join(' ')}L${point(outer, from).join(' ')}`,
    arc(outer, middle, 1) + arc(outer, to, 1),
    `L${point(inner, to).join(' ')}`,
    `${arc(inner, middle, 0) + arc(inner, from, 0)}Z`,
  ].join('')
}
