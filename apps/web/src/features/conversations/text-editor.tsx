import type { Mentionable, RichText } from '@blizej/contracts';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Mention } from '@tiptap/extension-mention';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { EditorContent, useEditor, useEditorState, type Editor, type JSONContent } from '@tiptap/react';
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';
import { AtSign, Bold as BoldSign, Italic as ItalicSign, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { classes } from '../../ui/classes.ts';

interface Named {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
}

/** A mention knows of what kind it is; its name is for the writer's eyes alone and is not kept. */
const KnownMention = Mention.extend({
  addAttributes: () => ({ kind: { default: null }, id: { default: null }, label: { default: '' } }),
});

/** Lists are one deep: an item is a line. */
const Line = ListItem.extend({ content: 'paragraph' });

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}

const Tool = ({ icon: Icon, label, isPressed, onPress }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-pressed={isPressed}
    // The place in the text stays where it is.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
    className="inline-flex size-11 items-center justify-center rounded-small text-soft hover:bg-sea-wash hover:text-sea aria-pressed:bg-sea-wash aria-pressed:text-sea"
  >
    <Icon aria-hidden className="size-4" />
  </button>
);

const Tools = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation('conversations');
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <div role="group" aria-label={t('tools.label')} className="flex flex-wrap border-b border-line px-1">
      <Tool icon={BoldSign} label={t('tools.bold')} isPressed={active.bold} onPress={() => run().toggleBold().run()} />
      <Tool
        icon={ItalicSign}
        label={t('tools.italic')}
        isPressed={active.italic}
        onPress={() => run().toggleItalic().run()}
      />
      <Tool
        icon={List}
        label={t('tools.bullets')}
        isPressed={active.bullets}
        onPress={() => run().toggleBulletList().run()}
      />
      <Tool
        icon={ListOrdered}
        label={t('tools.numbers')}
        isPressed={active.numbers}
        onPress={() => run().toggleOrderedList().run()}
      />
      <Tool icon={AtSign} label={t('tools.mention')} onPress={() => run().insertContent('@').run()} />
    </div>
  );
};

const look =
  'flex min-h-24 flex-col gap-2 px-3 py-2.5 outline-none wrap-anywhere whitespace-pre-wrap [&_a]:text-sea [&_a]:underline [&_ol]:list-decimal [&_ol]:ps-6 [&_ul]:list-disc [&_ul]:ps-6';

interface Offer {
  readonly items: readonly Mentionable[];
  readonly choose: (named: Named) => void;
}

export interface TextEditorProps {
  readonly label: string;
  /** What stands in it at first. */
  readonly initial: RichText | null;
  readonly nameOf: (id: string) => string;
  readonly find: (search: string) => Promise<Mentionable[]>;
  readonly onChange: (text: RichText) => void;
  /** The words of what is wrong with it. */
  readonly error: string | undefined;
}

/** The kept text as the editor takes it: with the names of those whom it mentions. */
const withNames = (text: RichText, nameOf: (id: string) => string): RichText =>
  JSON.parse(JSON.stringify(text), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'kind' in value && 'id' in value
      ? { ...value, label: nameOf(String(value.id)) }
      : value,
  ) as RichText;

/** Where people write with a little shape: bold, lists, links as they are typed, and @ for those who are meant. */
export const TextEditor = ({ label, initial, nameOf, find, onChange, error }: TextEditorProps) => {
  const { t } = useTranslation('conversations');
  const localized = useLocalized();
  const id = useId();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [at, setAt] = useState(0);
  const latest = useRef({ offer, at });
  useEffect(() => {
    latest.current = { offer, at };
  }, [offer, at]);
  const named = ({ kind, id: ofItem, name }: Mentionable): Named => ({ kind, id: ofItem, label: localized(name) });
  const editor = useEditor({
    // A style element would be against the content security policy.
    injectCSS: false,
    autofocus: 'end',
    content: initial && (withNames(initial, nameOf) as JSONContent),
    extensions: [
      Document,
      Paragraph,
      Text,
      HardBreak,
      Bold,
      Italic,
      BulletList,
      OrderedList,
      Line,
      ListKeymap,
      UndoRedo,
      Link.configure({ openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto'] }),
      KnownMention.configure({
        HTMLAttributes: { class: 'font-semibold text-sea' },
        suggestion: {
          char: '@',
          items: async ({ query }) => find(query).catch(() => []),
          render: () => {
            const show = ({ items, command }: SuggestionProps<Mentionable, Named>): void => {
              setOffer({ items, choose: command });
              setAt(0);
            };
            return {
              onStart: show,
              onUpdate: show,
              onExit: () => setOffer(null),
              onKeyDown: ({ event }: SuggestionKeyDownProps): boolean => {
                const { offer: shown, at: place } = latest.current;
                const count = shown?.items.length ?? 0;
                if (event.key === 'Escape') {
                  setOffer(null);
                  return true;
                }
                if (!shown || count === 0) return false;
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  setAt((place + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
                  return true;
                }
                const item = shown.items[place];
                if ((event.key !== 'Enter' && event.key !== 'Tab') || !item) return false;
                shown.choose(named(item));
                return true;
              },
            };
          },
        },
      }),
    ],
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as RichText),
  });
  const count = offer?.items.length ?? 0;
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-autocomplete': 'list',
          ...(count > 0 && { 'aria-controls': `${id}list`, 'aria-activedescendant': `${id}${at}` }),
          ...(error !== undefined && { 'aria-invalid': 'true', 'aria-describedby': `${id}error` }),
          class: look,
        },
      },
    });
  }, [editor, label, id, count, at, error]);
  return (
    <div className="flex flex-col gap-1">
      {error !== undefined && (
        <p id={`${id}error`} className="font-semibold text-bad">
          {error}
        </p>
      )}
      <div
        className={classes(
          'rounded-control border bg-surface focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-sea',
          error === undefined ? 'border-control' : 'border-bad',
        )}
      >
        <Tools editor={editor} />
        <EditorContent editor={editor} />
      </div>
      <p role="status" className="sr-only">
        {offer && t('offered', { count })}
      </p>
      {offer && count > 0 && (
        <div
          id={`${id}list`}
          role="listbox"
          aria-label={t('offer')}
          className="max-h-64 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-lift"
        >
          {offer.items.map((item, place) => (
            // The keyboard's focus stays in the text; its arrows choose here.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.id}
              id={`${id}${place}`}
              role="option"
              aria-selected={place === at}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => offer.choose(named(item))}
              className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-2 rounded-small px-3 py-1 aria-selected:bg-sea-wash"
            >
              <span className="font-semibold">
                <LocalizedText of={item.name} />
              </span>
              <span className="text-small text-soft">{item.organization ?? t(`mentionKind.${item.kind}`)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
