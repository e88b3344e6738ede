import type events from '@blizej/contracts/locales/pl/events.json';
import type problems from '@blizej/contracts/locales/pl/problems.json';
import type accounts from '../locales/pl/accounts.json';
import type activity from '../locales/pl/activity.json';
import type administration from '../locales/pl/administration.json';
import type appointments from '../locales/pl/appointments.json';
import type audit from '../locales/pl/audit.json';
import type ballots from '../locales/pl/ballots.json';
import type budgets from '../locales/pl/budgets.json';
import type common from '../locales/pl/common.json';
import type conversations from '../locales/pl/conversations.json';
import type coverage from '../locales/pl/coverage.json';
import type dashboards from '../locales/pl/dashboards.json';
import type decision from '../locales/pl/decision.json';
import type documents from '../locales/pl/documents.json';
import type forms from '../locales/pl/forms.json';
import type erase from '../locales/pl/erase.json';
import type identities from '../locales/pl/identities.json';
import type dues from '../locales/pl/dues.json';
import type initiatives from '../locales/pl/initiatives.json';
import type invitations from '../locales/pl/invitations.json';
import type landing from '../locales/pl/landing.json';
import type links from '../locales/pl/links.json';
import type networks from '../locales/pl/networks.json';
import type organizations from '../locales/pl/organizations.json';
import type outbox from '../locales/pl/outbox.json';
import type people from '../locales/pl/people.json';
import type profile from '../locales/pl/profile.json';
import type life from '../locales/pl/life.json';
import type resolutions from '../locales/pl/resolutions.json';
import type seats from '../locales/pl/seats.json';
import type security from '../locales/pl/security.json';
import type tasks from '../locales/pl/tasks.json';
import type templates from '../locales/pl/templates.json';

// Every key is checked against the Polish words; the English ones are held to the same keys by the parity check.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      accounts: typeof accounts;
      activity: typeof activity;
      administration: typeof administration;
      appointments: typeof appointments;
      audit: typeof audit;
      ballots: typeof ballots;
      budgets: typeof budgets;
      common: typeof common;
      conversations: typeof conversations;
      coverage: typeof coverage;
      dashboards: typeof dashboards;
      decision: typeof decision;
      documents: typeof documents;
      dues: typeof dues;
      erase: typeof erase;
      events: typeof events;
      forms: typeof forms;
      identities: typeof identities;
      initiatives: typeof initiatives;
      invitations: typeof invitations;
      landing: typeof landing;
      links: typeof links;
      networks: typeof networks;
      organizations: typeof organizations;
      outbox: typeof outbox;
      people: typeof people;
      profile: typeof profile;
      problems: typeof problems;
      life: typeof life;
      resolutions: typeof resolutions;
      seats: typeof seats;
      security: typeof security;
      tasks: typeof tasks;
      templates: typeof templates;
    };
  }
}
