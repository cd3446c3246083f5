import type { StarterFolder } from '../starter-reply.ts'

/** Not for us, or not wanted. What is plainly spam needs no reply at all. */
export const offTopic: StarterFolder = {
  folder: 'Off-topic & spam',
  replies: [
    {
      title: 'No, thank you (offers and advertising)',
      shortcut: 'no-offer',
      tags: ['spam', 'offer'],
      english: [
        'Hello, and thank you for thinking of {{ brand.name }}. We do not need this and will not take you up on it, now or later, so please take us off your list.',
        'This inbox is for the people who buy from us, and we keep it free for them. We wish you well with your work and are closing this conversation here. There is no need to write again.'
      ],
      spanish: [
        'Hola, y gracias por pensar en {{ brand.name }}. No lo necesitamos y no vamos a aceptar la oferta, ni ahora ni más adelante, así que te pedimos que nos quites de tu lista.',
        'Este buzón es para quienes nos compran, y queremos tenerlo libre para ellos. Te deseamos suerte con tu trabajo y cerramos aquí esta conversación. No hace falta que vuelvas a escribir.'
      ],
      actions: [{ kind: 'category', category: 'other' }, { kind: 'resolve' }]
    },
    {
      title: 'You are looking for somebody else',
      shortcut: 'not-us',
      tags: ['wrong place', 'off-topic'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, I would love to help, but I think you meant to write to somebody else: we are {{ brand.name }}, a small shop, and what you describe is not from us.',
        'Have a look at the confirmation mail of your order, the right address is usually at the bottom of it. And if you did buy it here after all, send me the order number and I will look at once.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Nos encantaría ayudarte, pero creemos que querías escribir a otra persona: somos {{ brand.name }}, una tienda pequeña, y lo que describes no es nuestro.',
        'Mira el correo de confirmación de tu pedido, la dirección correcta suele estar al final. Y si al final sí lo compraste aquí, mándanos el número de pedido y lo miramos enseguida.'
      ],
      actions: [{ kind: 'category', category: 'other' }]
    }
  ]
}
