import type { StarterFolder } from '../starter-reply.ts'

/** What a shop changes once: everything that is true of this shop alone stands here, and the replies contain it. */
export const fragments: StarterFolder = {
  folder: 'Fragments',
  replies: [
    {
      kind: 'fragment',
      title: 'Signature',
      shortcut: 'signature',
      tags: ['fragment'],
      // Whoever has not said their name yet is called “Me”, which is no name to sign with.
      english: ['– {% if agent.first_name %}{{ agent.first_name }}, {% endif %}{{ brand.name }}'],
      spanish: ['– {% if agent.first_name %}{{ agent.first_name }}, {% endif %}{{ brand.name }}']
    },
    {
      kind: 'fragment',
      title: 'Opening hours',
      shortcut: 'opening-hours',
      tags: ['fragment'],
      english: ['We are at our desk Monday to Friday from 9 to 5, and on Saturday mornings.'],
      spanish: ['Respondemos de lunes a viernes de 9 a 17 y los sábados por la mañana.']
    },
    {
      kind: 'fragment',
      title: 'Return address',
      shortcut: 'return-address',
      tags: ['fragment'],
      english: ['{{ brand.name }}, Returns, The Old Kiln, 3 Mill Lane, Hollin Bridge'],
      spanish: ['{{ brand.name }}, Returns, The Old Kiln, 3 Mill Lane, Hollin Bridge']
    },
    {
      kind: 'fragment',
      title: 'E-mail address',
      shortcut: 'email-address',
      tags: ['fragment'],
      english: ['hello@junipervale.example'],
      spanish: ['hello@junipervale.example']
    },
    {
      kind: 'fragment',
      title: 'Keep your data safe',
      shortcut: 'keep-safe',
      tags: ['fragment'],
      english: ['Please never send card numbers or passwords in a message. We will not ask for them.'],
      spanish: ['Por favor, no envíes nunca números de tarjeta ni contraseñas por mensaje. Nosotros no los pedimos.']
    }
  ]
}
