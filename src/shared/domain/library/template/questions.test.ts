import { expect, test } from 'vitest'
import { templateFragments, templateQuestions } from './questions.ts'

const plain = { type: 'text', default: null, choices: [] }

test('questions stand in their order, with those of fragments, each once', () => {
  const fragments = new Map([['f', '{{ ask "Two" }} {{ ask "one", default: "x" }} {{ fragment "f" }}']])
  const body =
    '{{ ask "One" }} {% if now %}{{ fragment "f" }}{% else %}{{ ask "Three" | upcase }}{% endif %} {{ ask "two" }}'
  expect(templateQuestions(body, fragments)).toEqual([
    { ...plain, key: 'one', label: 'One', default: 'x' },
    { ...plain, key: 'two', label: 'Two' },
    { ...plain, key: 'three', label: 'Three' }
  ])
})

test('the first that says how to answer decides', () => {
  const body = '{{ ask "Size" }} {{ ask "Size", choices: "S, M,,S", default: "M" }} {{ ask "Size", type: "number" }}'
  expect(templateQuestions(body)).toEqual([
    { key: 'size', label: 'Size', type: 'choice', default: 'M', choices: ['S', 'M'] }
  ])
})

test('what is broken or in a comment is not asked', () => {
  expect(
    templateQuestions(
      '{{ ask }} {{ ask "x", type: "y" }} {% comment %}{{ ask "z" }}{% endcomment %} {% raw %}{{ ask "r" }}{% endraw %}'
    )
  ).toEqual([])
})

test('fragments that a body contains, each once', () => {
  expect(templateFragments('{{ fragment "b" }}{{ fragment "a" }}{{ fragment "b" }}{{ fragment }}')).toEqual(['b', 'a'])
})
