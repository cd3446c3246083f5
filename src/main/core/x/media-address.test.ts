import { expect, test } from 'vitest'
import { mediaTarget } from './media-address.ts'

const API = 'https://api.x.com'
const LOCAL = 'http://127.0.0.1:4010'

test.each([
  ['https://ton.twitter.com/1.1/ton/data/dm/1581048670673260549/1581048652235104256/tJg5kUG5.jpg', 'tJg5kUG5.jpg'],
  ['https://ton.twitter.com/dm/1581048670673260549/1581048652235104256/tJg5kUG5.jpg:large', 'tJg5kUG5.jpg'],
  ['https://ton.x.com/1.1/ton/data/dm/1581048670673260549/1581048652235104256/a_b-c.png?x=1#y', 'a_b-c.png']
])('asks the API for private files: %s', (address, file) => {
  const path = `/2/dm_conversations/media/1581048670673260549/1581048652235104256/${file}`
  expect(mediaTarget(address, API)).toEqual({ url: API + path, authorised: true })
  expect(mediaTarget(address, LOCAL)).toEqual({ url: LOCAL + path, authorised: true })
})

test('gives the token to the API origin and to nobody else', () => {
  expect(mediaTarget(`${LOCAL}/media/1.jpg`, LOCAL)).toEqual({ url: `${LOCAL}/media/1.jpg`, authorised: true })
  expect(mediaTarget('https://pbs.twimg.com/profile_images/1/a.jpg', API)).toEqual({
    url: 'https://pbs.twimg.com/profile_images/1/a.jpg',
    authorised: false
  })
})

test.each([
  'http://pbs.twimg.com/a.jpg',
  'https://pbs.twimg.com:8443/a.jpg',
  'https://user:pass@pbs.twimg.com/a.jpg',
  'https://pbs.twimg.com.evil.example/a.jpg',
  'https://evil.example/1.1/ton/data/dm/1/2/a.jpg',
  'https://ton.twitter.com/1.1/ton/data/dm/1/2/..',
  'https://ton.twitter.com/1.1/ton/data/dm/1/2/%2e%2e%2f%2e%2e',
  'https://ton.twitter.com/1.1/ton/data/dm/12345678901234567890/2/a.jpg',
  'https://ton.twitter.com/anything/else',
  'http://127.0.0.1:4011/a.jpg',
  'http://localhost:4010/a.jpg',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'data:text/html,x',
  '/relative.jpg',
  ''
])('refuses %s', (address) => {
  expect(mediaTarget(address, LOCAL)).toBeNull()
  expect(mediaTarget(address, API)).toBeNull()
})
