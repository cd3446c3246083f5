import type { StarterFolder } from '../starter-reply.ts'

/** Signing in, and what we know about somebody. */
export const account: StarterFolder = {
  folder: 'Account & privacy',
  replies: [
    {
      title: 'Reset mail does not arrive',
      shortcut: 'sign-in',
      tags: ['account', 'sign-in', 'mail'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, sorry that you are locked out! I have sent the mail for signing in once more. It comes from {{ fragment "email-address" }}, so please have a look in the spam folder, too.',
        'If it is not there in ten minutes, tell me which e-mail address your account has, and I will look up on our side what became of it.',
        '{{ fragment "keep-safe" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! ¡Sentimos que no puedas entrar! Te hemos enviado otra vez el correo para iniciar sesión. Viene de {{ fragment "email-address" }}, así que mira también en la carpeta de spam.',
        'Si en diez minutos no ha llegado, dinos qué correo tiene tu cuenta y miramos por nuestro lado qué ha pasado.',
        '{{ fragment "keep-safe" }}'
      ],
      actions: [{ kind: 'category', category: 'technical' }]
    },
    {
      title: 'Delete my data, or show it to me',
      shortcut: 'my-data',
      tags: ['privacy', 'data', 'account'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, that is your right, and we are glad to do it. So that nobody else can ask in your name, please write one line from the address of your account to {{ fragment "email-address" }} and say whether you want a copy of your data or want it deleted.',
        'You will have an answer within a month, usually much sooner. Invoices we must keep for the tax office, everything else goes.'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Es tu derecho y lo hacemos con gusto. Para que nadie lo pida en tu nombre, escribe una línea desde el correo de tu cuenta a {{ fragment "email-address" }} y di si quieres una copia de tus datos o que los borremos.',
        'Tendrás respuesta en un mes como máximo, normalmente mucho antes. Las facturas tenemos que guardarlas por ley; todo lo demás se borra.'
      ],
      actions: [{ kind: 'tag', name: 'privacy' }]
    },
    {
      title: 'Please delete what you sent',
      shortcut: 'too-much',
      tags: ['privacy', 'card', 'safety'],
      english: [
        'Hi {{ customer.first_name | fallback: "there" }}, thank you for your trust, but please delete that last message on your side: it has details in it that belong in no conversation. We do not need them and will not use them.',
        'If it was a card, a call to your bank does no harm. And now to what you wanted from us: I can see to it with your order number alone.',
        '{{ fragment "keep-safe" }}'
      ],
      spanish: [
        '¡Hola, {{ customer.first_name | fallback: "buenas" }}! Gracias por tu confianza, pero borra ese último mensaje, por favor: tiene datos que no deben estar en ninguna conversación. No los necesitamos ni los vamos a usar.',
        'Si era una tarjeta, no está de más llamar a tu banco. Y ahora, a lo que querías: me basta con tu número de pedido para ayudarte.',
        '{{ fragment "keep-safe" }}'
      ]
    }
  ]
}
