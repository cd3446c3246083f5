import type { StarterFolder } from '../starter-reply.ts'

/** Where is it: on its way, late, lost, incomplete, at the wrong door, at the border. */
export const orders: StarterFolder = {
  folder: 'Orders & delivery',
  replies: [
    {
      title: 'Where is my order?',
      shortcut: 'where',
      tags: ['tracking', 'parcel', 'order'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for asking! I have looked up order {{ ask "Order number" }}. The courier’s latest scan says: {{ ask "Latest tracking status" }}.',
        'Tracking can stand still for a day between two depots. If nothing has moved by tomorrow evening, write to me here and I will chase the courier for you.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por preguntar. He mirado el pedido {{ ask "Order number" }}. Lo último que indica el transportista es: {{ ask "Latest tracking status" }}.',
        'El seguimiento puede quedarse quieto un día entre un centro y otro. Si mañana por la tarde no se ha movido, escríbenos aquí y lo reclamamos por ti.',
        '{{ fragment "signature" }}'
      ]
    },
    {
      title: 'Delivery is late',
      shortcut: 'late',
      tags: ['delay', 'tracking', 'parcel'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, you are right, order {{ ask "Order number" }} should have reached you by now, and I am sorry that it has not.',
        'I have just asked the courier where the parcel is. I will write to you as soon as they answer, within one working day, and you will have a new delivery date or another solution from me then.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Tienes razón: el pedido {{ ask "Order number" }} ya debería haber llegado, y sentimos mucho que no sea así.',
        'Acabamos de preguntar al transportista dónde está el paquete. Te escribimos en cuanto contesten, en un día laborable como máximo, con una nueva fecha de entrega o con otra solución.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'snooze', minutes: 1440 }]
    },
    {
      title: 'Marked as delivered, but not there',
      shortcut: 'lost',
      tags: ['lost', 'courier', 'parcel'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, a parcel that is “delivered” and not there is maddening, and I am sorry. You do not have to argue with the courier, we do that.',
        'Could you have one look with your neighbours and in the usual safe places? If it does not turn up by tomorrow, tell me whether you would like a new parcel or your money back. Either is fine, the choice is yours.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Un paquete «entregado» que no está es desesperante, y lo sentimos mucho. No tienes que discutir con el transportista: de eso nos encargamos nosotros.',
        '¿Puedes preguntar a los vecinos y mirar donde suelen dejarlo? Si mañana no ha aparecido, dinos si prefieres otro paquete o tu dinero de vuelta. Lo que te venga mejor.'
      ],
      actions: [{ kind: 'tag', name: 'lost parcel' }]
    },
    {
      title: 'Change of address',
      shortcut: 'address',
      tags: ['address', 'order'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, good that you wrote straight away! Order {{ ask "Order number" }} has not left yet, so I have changed the address for you.',
        'It now goes to: {{ ask "New address" }}. Please read it once more and tell me if anything is missing, such as a flat number or a name on the bell. Everything else stays as you ordered it.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Qué bien que escribas enseguida! El pedido {{ ask "Order number" }} todavía no ha salido, así que ya hemos cambiado la dirección.',
        'Ahora va a: {{ ask "New address" }}. Léela una vez más, por favor, y dinos si falta algo, como el piso o el nombre del timbre. Todo lo demás queda como lo pediste.',
        '{{ fragment "signature" }}'
      ]
    },
    {
      title: 'Something is missing in the parcel',
      shortcut: 'missing',
      tags: ['missing', 'parcel', 'replacement'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for telling us, and sorry that we packed your parcel with a gap in it! {{ ask "Missing item" }} should have been in there, you are quite right.',
        'It is on its way to you today in a small parcel of its own, at no cost. You do not need to send anything back or fill in a form, just keep an eye on the letter box.',
        '{{ fragment "signature" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por avisarnos, y perdona que tu paquete saliera incompleto. Tienes toda la razón: {{ ask "Missing item" }} tenía que estar dentro.',
        'Hoy mismo te lo enviamos en un paquete aparte, sin ningún coste. No hace falta que devuelvas nada ni que rellenes ningún formulario, solo que eches un ojo al buzón.',
        '{{ fragment "signature" }}'
      ],
      actions: [{ kind: 'tag', name: 'replacement' }]
    },
    {
      title: 'Customs and import duties',
      shortcut: 'customs',
      tags: ['customs', 'duties', 'abroad'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, a few days in customs are normal, and nothing is wrong with your parcel. The officers may ask you for an invoice: it is in your order mail, and I am happy to send it again.',
        'Whether duties are due depends on your country and on the value. If the courier asks for a sum that surprises you, send me a photo of the note before you pay it.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Unos días en la aduana son normales y a tu paquete no le pasa nada. Puede que te pidan la factura: está en el correo de tu pedido, y te la reenviamos con mucho gusto.',
        'Si hay que pagar aranceles depende de tu país y del valor. Si te piden un importe que te sorprende, mándanos una foto del aviso antes de pagarlo.'
      ]
    }
  ]
}
