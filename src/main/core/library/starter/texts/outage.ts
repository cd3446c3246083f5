import type { StarterFolder } from '../starter-reply.ts'

/** When many ask the same because something is down: one answer, true for everybody. */
export const outage: StarterFolder = {
  folder: 'Outage',
  replies: [
    {
      title: 'We know, and are working on it',
      shortcut: 'outage',
      tags: ['outage', 'website', 'checkout'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for telling us, it is not you: {{ ask "What is down" }} is not working at the moment, and we are on it.',
        'Orders that were placed before are safe and leave as planned. Please do not pay a second time, even if the page suggests it. I have put you on my list and will write to you as soon as everything is up again.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por avisar, no es cosa tuya: {{ ask "What is down" }} no funciona en este momento y estamos en ello.',
        'Los pedidos anteriores están a salvo y salen según lo previsto. Por favor, no pagues una segunda vez, aunque la página lo sugiera. Te hemos apuntado en la lista y te escribimos en cuanto todo vuelva a funcionar.',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'tag', name: 'outage' },
        { kind: 'category', category: 'technical' }
      ]
    },
    {
      title: 'It works again',
      shortcut: 'works-again',
      tags: ['outage', 'website', 'follow-up'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, as promised: {{ ask "What was down" }} works again. Thank you for your patience, and sorry for the detour!',
        'Would you try once more? If the page looks odd, close it and open it again. Should you find a charge for an order that never got a number, tell me, and I will send the money back the same day.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Como te prometimos: {{ ask "What was down" }} funciona otra vez. ¡Gracias por tu paciencia y perdona las molestias!',
        '¿Puedes probar otra vez? Si la página se ve rara, ciérrala y ábrela de nuevo. Si encuentras un cobro de un pedido que nunca tuvo número, dínoslo y te devolvemos el dinero el mismo día.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'snooze', minutes: null }]
    }
  ]
}
