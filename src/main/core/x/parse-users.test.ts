import { expect, test } from 'vitest'
import { parseUsers } from './parse-users.ts'

test('reads a profile with everything X says', () => {
  const item = {
    id: '2244994945',
    username: 'anas',
    name: 'Ana \u0000<b>Silva</b>',
    profile_image_url: 'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
    description: 'Hi',
    location: 'Porto',
    verified: false,
    verified_type: 'blue',
    protected: true,
    public_metrics: { followers_count: 97, following_count: 3, followers_count_str: '97' },
    created_at: '2013-12-14T04:35:55.000Z',
    receives_your_dm: false,
    connection_status: ['followed_by', 'muting']
  }
  expect(parseUsers([item])).toEqual({
    skipped: [],
    users: [
      {
        id: '2244994945',
        username: 'anas',
        name: 'Ana <b>Silva</b>',
        avatarUrl: 'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
        description: 'Hi',
        location: 'Porto',
        verified: true,
        protected: true,
        followers: 97,
        following: 3,
        createdAt: Date.UTC(2013, 11, 14, 4, 35, 55),
        canReceiveDm: false,
        connection: { following: false, follower: true }
      }
    ]
  })
})

test('leaves out what is absent or of a wrong type, and never guesses', () => {
  const item = {
    id: 7,
    username: 'b',
    name: 5,
    profile_image_url: 'data:text/html,x',
    public_metrics: [],
    verified: 'yes'
  }
  expect(parseUsers([item]).users).toEqual([
    {
      id: '7',
      username: 'b',
      name: 'b',
      avatarUrl: null,
      description: null,
      location: null,
      verified: false,
      protected: false,
      followers: null,
      following: null,
      createdAt: null,
      canReceiveDm: null,
      connection: null
    }
  ])
})

test('lists what is no profile', () => {
  expect(parseUsers([{ username: 'nobody' }, { id: '1', username: '' }, 3]).skipped).toEqual([
    { id: null, reason: 'user has a missing or wrong "id"' },
    { id: '1', reason: 'user has a missing or wrong "username"' },
    { id: null, reason: 'user is no object' }
  ])
})
