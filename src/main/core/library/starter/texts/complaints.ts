import type { StarterFolder } from '../starter-reply.ts'

/** For people whose patience is used up. No “inconvenience”, no “as per our policy”: what went wrong, and what happens now. */
export const complaints: StarterFolder = {
  folder: 'Complaints',
  replies: [
    {
      title: 'I am sorry, and this is what I do now',
      shortcut: 'sorry',
      tags: ['apology', 'complaint'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, I have read everything you wrote, and you are right to be annoyed. That went wrong on our side, not on yours. I am sorry.',
        'This is what I am doing about it now: {{ ask "What I do now" }}. I am staying with this until it is settled, so you will not have to explain it to anybody again.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! He leído todo lo que escribiste, y tu enfado está justificado. El fallo fue nuestro, no tuyo. Lo siento de verdad.',
        'Esto es lo que hago ahora mismo: {{ ask "What I do now" }}. Sigo contigo hasta que esté resuelto, así que no tendrás que explicárselo a nadie más.',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'category', category: 'complaint' },
        { kind: 'assign', member: null }
      ]
    },
    {
      title: 'The same mistake again',
      shortcut: 'again',
      tags: ['apology', 'complaint', 'mistake'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, the same mistake twice is one too many. You told us clearly what you needed and we did not look closely enough. There is no good excuse for that, and I am sorry.',
        'You choose how it ends: a full refund today, postage included, or the right parcel, which I will pack and check myself before it leaves. Please tell me which one you prefer.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! El mismo error dos veces es demasiado. Nos dijiste con claridad lo que necesitabas y no miramos con suficiente atención. No hay excusa que valga, y lo siento mucho.',
        'Decides tú cómo acaba esto: hoy mismo el importe completo de vuelta, con el envío incluido, o el paquete correcto, que prepararé y revisaré en persona antes de que salga. Dime qué prefieres, por favor.'
      ],
      actions: [
        { kind: 'category', category: 'complaint' },
        { kind: 'priority', priority: 'high' },
        { kind: 'assign', member: null }
      ]
    },
    {
      title: 'Passed on to whoever decides',
      shortcut: 'escalate',
      tags: ['complaint', 'escalation'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, this needs a decision that is not mine to make, and I do not want to fob you off. I have passed your case on, with everything you wrote, to {{ ask "Who decides" }}.',
        'You will hear from us within one working day, here in this conversation. Until then I am still here for your questions, and nothing you told us gets lost.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Esto necesita una decisión que no me corresponde a mí, y no quiero darte largas. He pasado tu caso, con todo lo que escribiste, a {{ ask "Who decides" }}.',
        'Tendrás noticias nuestras en un día laborable, aquí en esta conversación. Mientras tanto sigo aquí para tus preguntas, y nada de lo que nos contaste se pierde.',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'category', category: 'complaint' },
        { kind: 'priority', priority: 'high' }
      ]
    },
    {
      title: 'Sorry for the long wait',
      shortcut: 'waited',
      tags: ['apology', 'wait'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, you have waited for this answer far longer than anybody should, and I am sorry about that. {{ fragment "opening-hours" }} Your message came in while nobody was there, and we were slow to catch up.',
        'I am here now and have your conversation open in front of me. Is everything still as you described it? Then I will start on it at once and tell you the next step within the hour.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Has esperado esta respuesta mucho más de lo debido, y lo siento. {{ fragment "opening-hours" }} Tu mensaje llegó cuando no había nadie y hemos tardado en ponernos al día.',
        'Ya estoy aquí, con tu conversación abierta delante. ¿Sigue todo como lo describiste? Entonces me pongo con ello enseguida y te digo el siguiente paso en menos de una hora.'
      ],
      actions: [{ kind: 'priority', priority: 'high' }]
    }
  ]
}
