import { expect, test } from 'vitest'
import { decideNavigation, linkToOpen } from './navigation.ts'
import { mayDownload, mayUse } from './session-policy.ts'
import { isTrustedSender } from './trusted-sender.ts'
import { chosenDataDir } from './launch-options.ts'

test.each([
  ['https://x.com/ana', 'https://x.com/ana'],
  ['HTTP://Example.com', 'http://example.com/'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['smb://server/share', null],
  ['ms-msdt:/id', null],
  ['data:text/html,x', null],
  ['https://x.com@evil.example/', null],
  ['//x.com', null],
  ['', null]
])('opens outside: %j → %j', (address, expected) => {
  expect(linkToOpen(address)).toBe(expected)
})

test.each([
  ['app://console/index.html#/thread/1', true, 'allow'],
  ['app://console/', true, 'allow'],
  ['app://console/media/1/message/2/0', true, 'stay'],
  ['app://console.evil.example/index.html', true, 'stay'],
  ['app://other/index.html', true, 'stay'],
  ['https://evil.example/?next=app://console/index.html', true, 'open-outside'],
  ['https://evil.example/', false, 'stay'],
  ['app://console/index.html', false, 'stay'],
  ['about:srcdoc', false, 'stay'],
  ['file:///app://console/index.html', true, 'stay'],
  ['about:blank', true, 'stay']
] as const)('navigation to %s (main frame: %s) → %s', (address, isMainFrame, expected) => {
  expect(decideNavigation(address, isMainFrame)).toBe(expected)
})

test('only the top frame of our own window that shows the console is heard', () => {
  const ours = (id: number): boolean => id === 1
  const top = { url: 'app://console/index.html', parent: null }
  const child = { url: 'app://console/index.html', parent: {} as never }
  expect(isTrustedSender({ id: 1 }, top, ours)).toBe(true)
  expect(isTrustedSender({ id: 2 }, top, ours)).toBe(false)
  expect(isTrustedSender({ id: 1 }, child, ours)).toBe(false)
  expect(isTrustedSender({ id: 1 }, null, ours)).toBe(false)
  for (const url of [
    'https://console/index.html',
    'app://evil/index.html',
    'app://console/media/x',
    'about:srcdoc',
    ''
  ]) {
    expect(isTrustedSender({ id: 1 }, { url, parent: null }, ours)).toBe(false)
  }
})

test('permissions are denied but for copying and full screen in the console itself', () => {
  const page = 'app://console/index.html'
  const granted = [
    'clipboard-sanitized-write',
    'fullscreen',
    'notifications',
    'geolocation',
    'media',
    'clipboard-read',
    'openExternal',
    'unknown'
  ].filter((permission) => mayUse(permission, page, true))
  expect(granted).toEqual(['clipboard-sanitized-write', 'fullscreen'])
  expect(mayUse('fullscreen', page, false)).toBe(false)
  expect(mayUse('fullscreen', 'https://evil.example/', true)).toBe(false)
})

test('only media of a thread can be saved', () => {
  expect(mayDownload('app://console/media/1/message/2/0')).toBe(true)
  expect(mayDownload('app://console/index.html')).toBe(false)
  expect(mayDownload('https://evil.example/media/x')).toBe(false)
})

test('--data and --practice name the data folder', () => {
  const read = (...args: string[]): string => chosenDataDir(['/electron', '.', ...args], '/home/agent', '/usual')
  expect(read()).toBe('/usual')
  expect(read('--inspect=9229', '--data', 'desk')).toBe('/home/agent/desk')
  expect(read('--data=/desk', '--practice')).toBe('/desk/practice')
  expect(read('--practice')).toBe('/usual/practice')
  expect(read('--data')).toBe('/usual')
})
