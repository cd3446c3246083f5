import type { IncomingUser } from '../src/main/core/sync/incoming.ts'
import { customerId } from './generate.ts'

const FIRST =
  'Ana Ben Chloé Dmitri Elif Fatima Giulia Hana Ivan Jonas Kwame Léa Mateo Noor Olu Priya Quentin Rosa Sven Tariq Uma Viktor Wanjiru Ximena Yusuf Zoë'.split(
    ' '
  )
const LAST =
  'Silva Ito Dubois Petrov Yılmaz Haddad Rossi Kim Novak Weber Mensah Martin García Okafor Adeyemi Sharma Leroy Fernández Lindqvist Hussain Patel Horák Kamau Vega Demir Jansen'.split(
    ' '
  )
const ELSEWHERE = ['山田太郎', '佐藤花子', '김민준', 'محمد العلي', 'נועה כהן', 'สมชาย ใจดี', 'Ольга Соколова', '王小明']

/** What a person is called: most in Latin letters, every twelfth in another script, every fortieth at great length. */
export function customerName(index: number): string {
  if (index % 12 === 7) return ELSEWHERE[((index / 12) % ELSEWHERE.length) | 0] ?? ''
  const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`
  return index % 40 === 3 ? `${name} | Official Account of the Whole Family` : name
}

/** Profiles of the customers `from` to `to`, without the last. */
export function customerProfiles(from: number, to: number): IncomingUser[] {
  return Array.from({ length: to - from }, (_, offset): IncomingUser => {
    const index = from + offset
    return {
      id: customerId(index),
      username: customerHandle(index),
      name: customerName(index),
      avatarUrl: null,
      description: index % 3 === 0 ? 'Coffee, cats, and the occasional complaint' : null,
      location: null,
      verified: index % 50 === 0,
      protected: false,
      followers: (index * 37) % 5_000,
      following: (index * 13) % 900,
      createdAt: Date.UTC(2012, 0, 1) + (index % 4_000) * 86_400_000,
      canReceiveDm: true,
      connection: { following: index % 40 === 0, follower: index % 5 === 0 }
    }
  })
}

export function customerHandle(index: number): string {
  return `${(FIRST[index % FIRST.length] ?? '')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()}_${index}`
}
