import type { Language, Localized } from '@blizej/contracts';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { LocalizedText, WherePolish } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { ButtonAnchor } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { registeredQuery, registerQuery, signedFilesQuery } from './positions.queries.ts';

const route = getRouteApi('/stanowiska/$positionId');

/** The public register of decisions. */
export const RegisterPage = () => {
  const { t } = useTranslation('register');
  const format = useFormat();
  const language = useLanguage();
  const query = useInfiniteQuery(registerQuery());
  return (
    <PublicFrame>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t('title')}
        href={addressOf(api.readRegisterFeed, { query: { language } })}
      />
      <div className="flex flex-col gap-8">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={
            <ButtonAnchor kind="quiet" href={addressOf(api.readRegisterFeed, { query: { language } })}>
              {t('feed')}
            </ButtonAnchor>
          }
        />
        <Paged query={query} empty={<EmptyState title={t('none')}>{t('noneNext')}</EmptyState>}>
          {(positions) => (
            <Rows>
              {positions.map(({ id, title, decision, addressees }) => (
                <li key={id} className="flex flex-col gap-1 py-5">
                  <h2 className="text-h3">
                    <Link to="/stanowiska/$positionId" params={{ positionId: id }} look="plain">
                      <LocalizedText of={title} />
                    </Link>
                  </h2>
                  <p className="text-small text-soft">
                    {[
                      t('number', { number: decision.number, year: decision.year }),
                      format.day(decision.on),
                      ...addressees,
                    ].join(' · ')}
                  </p>
                </li>
              ))}
            </Rows>
          )}
        </Paged>
      </div>
    </PublicFrame>
  );
};

/** What was signed outside of the portal, as it was signed. */
const SignedCopies = ({ positionId }: { readonly positionId: string }) => {
  const { t } = useTranslation('register');
  const format = useFormat();
  const { data: files = [] } = useQuery(signedFilesQuery(positionId));
  if (files.length === 0) return null;
  return (
    <Section title={t('signedCopies')}>
      <ul className="flex flex-col gap-2">
        {files.map(({ id, name, bytes }) => (
          <li key={id}>
            <OutsideLink href={addressOf(api.downloadSignedFile, { params: { id: positionId, documentId: id } })}>
              {t('signedCopy', { name, size: format.size(bytes) })}
            </OutsideLink>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** What a public position says beside its text, with a word where an English reader meets it in Polish. */
const Prose = ({ of }: { readonly of: Localized }) => {
  const { t } = useTranslation('register');
  return (
    <>
      <WherePolish of={of}>
        <p className="text-small text-soft">{t('inPolish')}</p>
      </WherePolish>
      <p className="max-w-prose whitespace-pre-line">
        <LocalizedText of={of} />
      </p>
    </>
  );
};

/** One public position, for anybody. */
export const RegisteredPage = () => {
  const { t } = useTranslation('register');
  const format = useFormat();
  const language = useLanguage();
  const { positionId } = route.useParams();
  const { data: position } = useSuspenseQuery(registeredQuery(positionId));
  const pdfIn = (code: Language): string =>
    addressOf(api.printRegistered, { params: { id: positionId }, query: { language: code } });
  const { title, nature, decision, occasion, paragraphs, addressees, dissents, signatures, answers, effect } = position;
  return (
    <PublicFrame>
      <article className="flex flex-col gap-10">
        <PageHeader
          title={title}
          above={
            <Breadcrumbs>
              <Link to="/stanowiska" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={
            <>
              <ButtonAnchor kind="primary" download href={pdfIn(language)}>
                {t('pdf')}
              </ButtonAnchor>
              <ButtonAnchor kind="quiet" download href={pdfIn(language === 'pl' ? 'en' : 'pl')}>
                {t('pdfOther')}
              </ButtonAnchor>
            </>
          }
        />
        <Facts>
          <Fact name={t('inRegister')}>{t('number', { number: decision.number, year: decision.year })}</Fact>
          <Fact name={t('adoptedOn')}>{format.day(decision.on)}</Fact>
          <Fact name={t('how')}>{t(`by.${decision.by}`)}</Fact>
          <Fact name={t('kind')}>{t(`nature.${nature}`)}</Fact>
        </Facts>
        <Section title={t('occasion')}>
          <Prose of={occasion} />
        </Section>
        <Section title={t('text')}>
          {paragraphs.map((paragraph) => (
            <div key={paragraph.id} className="flex flex-col gap-1">
              <WherePolish of={paragraph}>
                <p className="text-small text-soft">{t('polishOnly')}</p>
              </WherePolish>
              <p className="max-w-prose whitespace-pre-line">
                <LocalizedText of={paragraph} />
              </p>
            </div>
          ))}
        </Section>
        {dissents.length > 0 && (
          <Section title={t('dissents')}>
            {dissents.map(({ organization, text }) => (
              <div key={organization} className="flex flex-col gap-1">
                <h3 className="font-semibold">{organization}</h3>
                <Prose of={text} />
              </div>
            ))}
          </Section>
        )}
        {signatures.length > 0 && (
          <Section title={t('signatures', { count: signatures.length })}>
            <p className="max-w-prose">{signatures.join(', ')}</p>
            <p className="max-w-prose text-small text-soft">{t('signaturesWhat')}</p>
          </Section>
        )}
        <SignedCopies positionId={positionId} />
        {addressees.length > 0 && (
          <Section title={t('addressees')}>
            <Rows>
              {addressees.map((addressee) => (
                <li key={addressee} className="flex flex-col gap-1 py-3">
                  <span className="font-semibold">{addressee}</span>
                  {answers
                    .filter((answer) => answer.addressee === addressee)
                    .map(({ kind, receivedOn }) => (
                      <span key={receivedOn} className="text-small text-soft">
                        {t('answered', { kind: t(`answer.${kind}`), day: format.day(receivedOn) })}
                      </span>
                    ))}
                </li>
              ))}
            </Rows>
          </Section>
        )}
        {effect && (
          <Section title={t('effect')}>
            <Prose of={effect} />
          </Section>
        )}
      </article>
    </PublicFrame>
  );
};
