import { expect, test } from 'vitest'
import { parseKeys, type PressEvent, pressesOf, writesNothing } from './press.ts'

function event(key: string, code: string, ...held: readonly ('Control' | 'Meta' | 'Alt' | 'Shift' | 'AltGraph')[]) {
  return {
    key,
    code,
    ctrlKey: held.includes('Control'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name) => held.includes(name)
  } satisfies PressEvent
}

test.each([
  ['a letter', event('j', 'KeyJ'), ['j']],
  ['a letter with Shift', event('E', 'KeyE', 'Shift'), ['Shift+e']],
  ['a letter with Caps Lock', event('E', 'KeyE'), ['e']],
  ['Ctrl', event('k', 'KeyK', 'Control'), ['$mod+k']],
  ['Ctrl with Caps Lock', event('K', 'KeyK', 'Control'), ['$mod+k']],
  ['Ctrl and Shift', event('Enter', 'Enter', 'Control', 'Shift'), ['$mod+Shift+Enter']],
  ['/ on a US keyboard', event('/', 'Slash'), ['/']],
  ['/ on a German keyboard', event('/', 'Digit7', 'Shift'), ['/']],
  ['? on a US keyboard', event('?', 'Slash', 'Shift'), ['?']],
  ['? on a German keyboard', event('?', 'Minus', 'Shift'), ['?']],
  ['[ on a US keyboard', event('[', 'BracketLeft'), ['[']],
  ['[ on a German keyboard under Windows', event('[', 'Digit8', 'Control', 'Alt', 'AltGraph'), ['[']],
  ['[ on a German keyboard under Linux', event('[', 'Digit8', 'AltGraph'), ['[']],
  ['the key where [ lies elsewhere', event('ü', 'BracketLeft'), ['ü']],
  ['z on a German keyboard', event('z', 'KeyY'), ['z']],
  ['a digit on a French keyboard', event('1', 'Digit1', 'Shift'), ['1']],
  ['the same key without Shift', event('&', 'Digit1'), ['&', '1']],
  ['Shift and a digit on a US keyboard', event('!', 'Digit1', 'Shift'), ['!']],
  ['Alt, Shift and a digit on a US keyboard', event('!', 'Digit1', 'Alt', 'Shift'), ['Alt+!', 'Alt+Shift+1']],
  ['Alt, Shift and a digit on a German keyboard', event('/', 'Digit7', 'Alt', 'Shift'), ['Alt+/', 'Alt+Shift+7']],
  ['Alt, Shift and a digit on a French keyboard', event('7', 'Digit7', 'Alt', 'Shift'), ['Alt+Shift+7']],
  ['Alt and a digit on a French keyboard', event('è', 'Digit7', 'Alt'), ['Alt+è', 'Alt+7']],
  ['Ctrl, Shift and a digit', event('#', 'Digit3', 'Control', 'Shift'), ['$mod+#', '$mod+Shift+3']],
  ['a Russian keyboard', event('о', 'KeyJ'), ['о', 'j']],
  ['Ctrl on a Russian keyboard', event('л', 'KeyK', 'Control'), ['$mod+л', '$mod+k']],
  ['a Turkish keyboard', event('ı', 'KeyI'), ['ı', 'i']],
  ['a plus', event('+', 'Equal', 'Shift'), ['Plus']],
  ['a space', event(' ', 'Space'), ['Space']],
  ['Shift and an arrow', event('ArrowDown', 'ArrowDown', 'Shift'), ['Shift+ArrowDown']],
  ['a modifier alone', event('Shift', 'ShiftLeft', 'Shift'), []],
  ['a dead key', event('Dead', 'BracketLeft'), []],
  ['an input method at work', event('Process', 'KeyK'), []]
])('%s', (_what, pressed, expected) => {
  expect(pressesOf(pressed, false)).toEqual(expected)
})

test.each([
  ['the command key', event('k', 'KeyK', 'Meta'), ['$mod+k']],
  ['the control key', event('k', 'KeyK', 'Control'), ['Control+k']],
  ['[ with Option on a German Mac', event('[', 'Digit5', 'Alt'), ['[', 'Alt+5']],
  ['Control, Shift and a digit', event('1', 'Digit1', 'Control', 'Shift'), ['Control+Shift+1']],
  ['the same as the sign above it', event('!', 'Digit1', 'Control', 'Shift'), ['Control+!', 'Control+Shift+1']],
  ['Option and a letter', event('å', 'KeyA', 'Alt'), ['å', 'Alt+a']],
  ['Option and a dead key', event('Dead', 'KeyE', 'Alt'), ['Alt+e']]
])('on a Mac: %s', (_what, pressed, expected) => {
  expect(pressesOf(pressed, true)).toEqual(expected)
})

test.each([
  ['g i', 'g i'],
  ['Shift+S', 'Shift+s'],
  ['Shift+$mod+k', '$mod+Shift+k'],
  ['Control+k', '$mod+k'],
  ['Shift+?', '?'],
  ['Shift+1', '1'],
  ['Shift+Alt+1', 'Alt+Shift+1'],
  ['Plus', 'Plus']
])('%s is written %s', (text, expected) => {
  expect(parseKeys(text, false)).toBe(expected)
})

test.each([
  '',
  ' ',
  'g  i',
  'Hyper+k',
  'Shift+Shift+k',
  'Shift+',
  'hello',
  'a b c d',
  '+',
  'BracketLeft',
  '\u0000\u0000'
])('“%s” is no key', (text) => {
  expect(parseKeys(text, false)).toBeNull()
})

test('what writes no text can mean something while typing', () => {
  expect(['$mod+k', 'Escape', 'F2', 'Alt+x'].filter((press) => !writesNothing(press, false))).toEqual([])
  expect(['k', 'Shift+k', '/', 'Enter', 'Space'].filter((press) => writesNothing(press, false))).toEqual([])
  // Option and a letter write a character on a Mac.
  expect(writesNothing('Alt+x', true)).toBe(false)
})
