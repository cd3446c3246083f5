import type { StarterFolder } from '../starter-reply.ts'

/** For those who write although nothing is wrong. */
export const praise: StarterFolder = {
  folder: 'Praise & thanks',
  replies: [
    {
      title: 'Thank you for the kind words',
      shortcut: 'thanks',
      tags: ['thanks', 'praise'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, you have just made a whole workshop smile, thank you! Most people write when something is broken. That you took the time to tell us that something is right means a lot to us.',
        'I am reading your message out at the packing table now. Enjoy it, and come by again whenever you like!',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Acabas de sacarle una sonrisa a todo el taller, ¡gracias! Casi todo el mundo escribe cuando algo se rompe. Que te hayas tomado el tiempo de decirnos que algo está bien significa mucho para nosotros.',
        'Voy a leer tu mensaje en voz alta en la mesa de empaquetar. ¡Que lo disfrutes, y vuelve cuando quieras!',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'category', category: 'praise' }, { kind: 'resolve' }]
    },
    {
      title: 'Passed your praise on',
      shortcut: 'passed-on',
      tags: ['thanks', 'praise', 'team'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, what a lovely message! I have passed it on to {{ ask "Who made it" }}, who was very pleased and a little embarrassed.',
        'May we show your words, and the photo if there is one, on our page? A yes is enough, and so is a no. Either way: thank you. Days with a message like yours are the good ones.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Qué mensaje tan bonito! Se lo he pasado a {{ ask "Who made it" }}, y le dio una alegría enorme, con un poco de vergüenza incluida.',
        '¿Nos dejas mostrar tus palabras, y la foto si la hay, en nuestra página? Basta con un sí, y también con un no. En cualquier caso, ¡gracias! Los días con un mensaje como el tuyo son los buenos.'
      ],
      actions: [{ kind: 'category', category: 'praise' }]
    }
  ]
}
