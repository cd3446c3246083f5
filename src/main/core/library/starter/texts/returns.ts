import type { StarterFolder } from '../starter-reply.ts'

/** Back with it: how, when the money comes, or something else in its place. */
export const returns: StarterFolder = {
  folder: 'Returns & refunds',
  replies: [
    {
      title: 'How to return something',
      shortcut: 'return',
      tags: ['return', 'address'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, of course you can send it back, and you do not have to explain why. Please wrap it well and put a note with your order number inside.',
        'Our address: {{ fragment "return-address" }}.',
        'Keep the receipt from the post office until your refund is there. I will write to you as soon as the parcel reaches us.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Claro que puedes devolverlo, y no tienes que explicar por qué. Envuélvelo bien, por favor, y pon dentro una nota con tu número de pedido.',
        'Nuestra dirección: {{ fragment "return-address" }}.',
        'Guarda el resguardo de correos hasta que tengas el reembolso. Te escribimos en cuanto nos llegue el paquete.'
      ]
    },
    {
      title: 'Refund approved',
      shortcut: 'refund',
      tags: ['refund', 'money'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, good news: I have just refunded {{ ask "Amount" }} for order {{ ask "Order number" }}. It goes back the way you paid, so there is nothing left for you to do.',
        'Banks usually take three to five working days to show it. If it is not there after that, write to me here and I will look for it with the payment reference.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Buenas noticias: acabamos de reembolsarte {{ ask "Amount" }} del pedido {{ ask "Order number" }}. Vuelve por la misma vía con la que pagaste, no tienes que hacer nada más.',
        'Los bancos suelen tardar de tres a cinco días laborables en mostrarlo. Si después no está, escríbenos aquí y lo buscamos con la referencia del pago.',
        '{{ fragment "signature" }}'
      ],
      actions: [
        { kind: 'tag', name: 'refund' },
        { kind: 'category', category: 'billing' }
      ]
    },
    {
      title: 'Where is my refund?',
      shortcut: 'refund-when',
      tags: ['refund', 'bank', 'money'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for your patience. Your refund left us, and the payment reference is {{ ask "Payment reference" }}.',
        'Your bank can find it with that number, even while it does not show on your statement yet. Card refunds are sometimes booked under the day of your purchase, so it is worth a look further down the list as well. If they do not find it, I will ask our payment service.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por tu paciencia. Tu reembolso ya salió de aquí, y la referencia del pago es {{ ask "Payment reference" }}.',
        'Con ese número tu banco puede encontrarlo aunque aún no aparezca en el extracto. A veces se anota con la fecha de la compra, así que mira también más abajo en la lista. Si no lo encuentran, preguntamos a nuestro servicio de pagos.'
      ],
      actions: [{ kind: 'category', category: 'billing' }]
    },
    {
      title: 'Replacement is on its way',
      shortcut: 'replace',
      tags: ['replacement', 'exchange'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, that is not how it should have reached you, and I am sorry. A new one leaves us today, wrapped by hand and checked twice.',
        'You do not need to send the first one back. You will get the tracking number by mail this evening. If you would rather have another colour or your money back, tell me in the next hour and I will change it.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! No tendría que haberte llegado así, y lo sentimos mucho. Hoy mismo sale uno nuevo, envuelto a mano y revisado dos veces.',
        'No hace falta que devuelvas el primero. Esta tarde recibirás el número de seguimiento por correo. Si prefieres otro color o tu dinero de vuelta, dínoslo en la próxima hora y lo cambiamos.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'tag', name: 'replacement' }]
    },
    {
      title: 'Order cancelled',
      shortcut: 'cancel',
      tags: ['cancel', 'order', 'refund'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, done: order {{ ask "Order number" }} is cancelled and nothing will be sent. A mail that confirms it is on its way to you.',
        'If your card was charged already, the whole sum goes back to it, and banks usually show that within three to five working days. Should you change your mind, write to us any time. We would be glad to pack it after all.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Hecho: el pedido {{ ask "Order number" }} está cancelado y no se enviará nada. Te llegará un correo que lo confirma.',
        'Si ya se había hecho el cobro, te devolvemos el importe completo, y los bancos suelen mostrarlo en tres a cinco días laborables. Si cambias de idea, escríbenos cuando quieras: lo prepararemos con mucho gusto.'
      ]
    }
  ]
}
