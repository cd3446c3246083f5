import type { StarterFolder } from '../starter-reply.ts'

/** How a conversation ends well, and what is asked some days after. */
export const closing: StarterFolder = {
  folder: 'Closing & follow-up',
  replies: [
    {
      title: 'Anything else?',
      shortcut: 'else',
      tags: ['closing'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, that is done on our side. {% if conversation.category == "complaint" %}Thank you for staying so fair with us, that is not a given after a start like that. {% endif %}Is there anything else that I can do for you while I have everything open?',
        'If not, you do not need to answer: this conversation simply rests, and one line from you wakes it up again. {{ fragment "opening-hours" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Por nuestra parte ya está hecho. {% if conversation.category == "complaint" %}Gracias por tu trato tan justo: después de un comienzo así, no es poca cosa. {% endif %}¿Podemos hacer algo más por ti ahora que lo tenemos todo abierto?',
        'Si no, no hace falta que contestes: esta conversación descansa, y con una línea tuya se despierta otra vez. {{ fragment "opening-hours" }}'
      ],
      actions: [{ kind: 'snooze', minutes: null }]
    },
    {
      title: 'Did it all work out?',
      shortcut: 'follow-up',
      tags: ['closing', 'follow-up'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, I promised to keep an eye on it, so here I am again. We wrote about {{ ask "What it was about" }}. Has it all worked out by now?',
        'If yes, I am glad, and you do not have to do anything. If something is still not right, tell me in a sentence what is left, and I will pick it up where we stopped.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Te prometí que estaría al tanto, así que aquí estoy otra vez. Hablamos sobre {{ ask "What it was about" }}. ¿Se ha resuelto todo ya?',
        'Si es así, me alegro mucho y no tienes que hacer nada. Si todavía falta algo, dime en una frase qué es y lo retomo donde lo dejamos.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'snooze', minutes: null }]
    },
    {
      title: 'Glad it worked, goodbye',
      shortcut: 'bye',
      tags: ['closing', 'thanks'],
      english: [
        'Thank you for letting me know, {{ customer.first_name | fallback: "that is good to hear" }}! I am glad it worked out in the end, and I am closing this conversation with a good feeling.',
        'If anything comes up later, just write here: we will see everything we talked about, and you will not have to begin again. Have a lovely day!',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Gracias por contárnoslo, {{ customer.first_name | fallback: "qué buena noticia" }}! Nos alegra que al final haya salido bien, y cerramos esta conversación con muy buen sabor de boca.',
        'Si más adelante surge algo, escríbenos aquí mismo: veremos todo lo que hablamos y no tendrás que empezar de cero. ¡Que tengas un día estupendo!',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'resolve' }]
    }
  ]
}
