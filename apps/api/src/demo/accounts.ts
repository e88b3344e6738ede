import { guest } from './partners.ts';
import { demoPassword, fictionalGminas, people } from './people.ts';
import { secretariatName } from './secretariat.ts';

/** With whom one may sign in to the demo. */
export const demoAccounts = [
  ...Object.values(people).map(({ name, email, office, organization }) => ({
    email,
    password: demoPassword,
    name,
    office,
    organization: organization === 'secretariat' ? secretariatName : fictionalGminas[organization].name,
  })),
  { ...guest, password: demoPassword },
];
