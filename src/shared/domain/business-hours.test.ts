import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BusinessHours, hoursProblem, openClock } from './business-hours.ts'
import { timeZone } from './time-zone.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const workday = [{ from: 9 * 60, to: 18 * 60 }]
const office: BusinessHours = {
  zone: 'Europe/Berlin',
  days: [workday, workday, workday, workday, workday, [], []],
  holidays: [
    { date: '2026-12-25', yearly: true, name: 'Christmas' },
    { date: '2026-11-30', yearly: false, name: 'Outing' }
  ]
}

/** In zones whose clocks change at night, at midnight, by half an hour, or never; with the days of their changes. */
const places = [
  { zone: 'Europe/Berlin', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'America/New_York', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Australia/Lord_Howe', changes: ['2026-04-05', '2026-10-04'] },
  { zone: 'Asia/Beirut', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'America/Sao_Paulo', changes: ['2018-11-04', '2018-02-18'] },
  { zone: 'Asia/Kathmandu', changes: ['2026-06-01'] }
]

/** What its clocks show, by the system itself: weekday (0 is Monday), minute of the day, date. */
function shown(zone: string): (at: number) => { day: number; minute: number; date: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return {
      day: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part['weekday'] ?? ''),
      minute: Number(part['hour']) * 60 + Number(part['minute']),
      date: `${part['year']}-${part['month']}-${part['day']}`
    }
  }
}

test('a promise made on Friday evening is kept on Monday morning', () => {
  const clock = openClock({ ...office, holidays: [] })
  const friday = Date.UTC(2026, 10, 27, 16, 50)
  expect(new Date(clock.after(friday, 30 * MINUTE) ?? 0).toISOString()).toBe('2026-11-30T08:20:00.000Z')
  expect(clock.after(friday, 10 * MINUTE)).toBe(friday + 10 * MINUTE)
  expect(clock.between(friday, Date.UTC(2026, 10, 30, 8, 20))).toBe(30 * MINUTE)
  expect(clock.isOpen(friday)).toBe(true)
  expect(clock.isOpen(friday + 10 * MINUTE)).toBe(false)
  expect(clock.opensAt(friday + 10 * MINUTE)).toBe(Date.UTC(2026, 10, 30, 8))
})

test('holidays are closed, the yearly ones every year', () => {
  const clock = openClock(office)
  expect(new Date(clock.opensAt(Date.UTC(2026, 10, 27, 17)) ?? 0).toISOString()).toBe('2026-12-01T08:00:00.000Z')
  expect(clock.between(Date.UTC(2026, 11, 25), Date.UTC(2026, 11, 26))).toBe(0)
  // 2028: a Monday.
  expect(clock.between(Date.UTC(2028, 11, 24, 23), Date.UTC(2028, 11, 25, 22, 59))).toBe(0)
})

test('hours that never come are never waited for', () => {
  const holidays = Array.from({ length: 366 }, (_, day) => ({
    date: new Date(Date.UTC(2028, 0, 1) + day * DAY).toISOString().slice(0, 10),
    yearly: true,
    name: ''
  }))
  const clock = openClock({ ...office, holidays })
  expect(clock.after(Date.UTC(2026, 0, 1), MINUTE)).toBeNull()
  expect(clock.opensAt(Date.UTC(2026, 0, 1))).toBeNull()
})

test.each([
  ['an unknown zone', { ...office, zone: 'Europe/Atlantis' }, { kind: 'zone' }],
  ['no hour at all', { ...office, days: [[], [], [], [], [], [], []] }, { kind: 'never-open' }],
  [
    'an end before its beginning',
    { ...office, days: [[{ from: 600, to: 540 }], ...office.days.slice(1)] },
    { kind: 'backwards', day: 0 }
  ],
  [
    'two that overlap',
    {
      ...office,
      days: [
        [
          { from: 780, to: 1080 },
          { from: 540, to: 781 }
        ],
        ...office.days.slice(1)
      ]
    },
    { kind: 'overlap', day: 0 }
  ],
  [
    'no date',
    { ...office, holidays: [{ date: '2026-02-30', yearly: false, name: '' }] },
    { kind: 'holiday', date: '2026-02-30' }
  ]
])('%s is named', (_what, hours, problem) => {
  expect(hoursProblem(hours)).toEqual(problem)
})

test('hours that touch, and a whole day, are no problem', () => {
  const days = [
    [
      { from: 0, to: 720 },
      { from: 720, to: 1440 }
    ],
    ...office.days.slice(1)
  ]
  expect(hoursProblem({ ...office, days })).toBeNull()
})

describe.each(places)('$zone', ({ zone, changes }) => {
  const look = shown(zone)
  const clocks = timeZone(zone)
  const comesTwice = (at: number): boolean =>
    clocks === null || clocks.offsetAt(at - 2 * HOUR) > clocks.offsetAt(at + 2 * HOUR)
  const days = fc.array(
    fc
      .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 4 })
      .map((quarters) => quarters.toSorted((a, b) => a - b))
      .map((quarters) =>
        quarters.flatMap((from, at) => {
          const to = quarters[at + 1]
          return at % 2 === 0 && to !== undefined ? [{ from: from * 15, to: to * 15 }] : []
        })
      ),
    { minLength: 7, maxLength: 7 }
  )

  test('open minutes are those at which the clocks of the place show an open hour', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...changes), fc.integer({ min: -300, max: 100 }), (table, change, start) => {
        const from = Date.parse(`${change}T00:00:00Z`) + start * 5 * MINUTE
        const to = from + 36 * HOUR
        const clock = openClock({ zone, days: table, holidays: [] })
        let open = 0
        for (let at = from; at < to; at += 5 * MINUTE) {
          const { day, minute } = look(at)
          const shownOpen = table[day]?.some((interval) => interval.from <= minute && minute < interval.to) === true
          // Around an hour that comes twice the clocks do not say which of the two it is.
          if (!comesTwice(at)) expect({ at, open: clock.isOpen(at) }).toEqual({ at, open: shownOpen })
          if (clock.isOpen(at)) open += 5 * MINUTE
        }
        expect(clock.between(from, to)).toBe(open)
      }),
      { numRuns: 15 }
    )
  })

  test('what is counted forward is counted back', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...changes),
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        (table, change, start, minutes) => {
          fc.pre(table.some((intervals) => intervals.length > 0))
          const from = Date.parse(`${change}T00:00:00Z`) + start * MINUTE
          const clock = openClock({ zone, days: table, holidays: [] })
          const due = clock.after(from, minutes * MINUTE)
          if (due === null) throw new Error('it must come')
          expect(clock.between(from, due)).toBe(minutes * MINUTE)
          expect(clock.between(from, due - 1)).toBe(minutes * MINUTE - 1)
        }
      ),
      { numRuns: 100 }
    )
  })
})

test('a local time that is skipped is the moment of the jump, one that comes twice the first', () => {
  const berlin = timeZone('Europe/Berlin')
  expect(berlin?.momentOf(Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1))
  expect(berlin?.momentOf(Date.UTC(2026, 9, 25, 2, 30))).toBe(Date.UTC(2026, 9, 25, 0, 30))
  expect(timeZone('Mars/Olympus')).toBeNull()
})
