import { z } from 'zod';
import { cursor, fileName, id, instant, line, pageOf, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What the virus scanner says of a file. Without a scanner every file is taken for clean. */
export const scanState = z.enum(['PENDING', 'CLEAN', 'INFECTED']);
export type ScanState = z.infer<typeof scanState>;

/** How a file can be looked at without keeping it. */
export const preview = z.enum(['IMAGE', 'PDF']);
export type Preview = z.infer<typeof preview>;

/** One state of a document's file. */
export const documentVersionView = z
  .object({
    number: z.int(),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    scan: scanState,
    uploadedBy: z.object({ id, name: z.string() }),
    organization: z.object({ id, name: z.string() }),
    createdAt: instant,
    preview: preview.nullable(),
    /** Whether the viewer may have the file: not before it was found clean, but for whoever sent it. */
    readable: z.boolean(),
  })
  .meta({ id: 'DocumentVersion' });
export type DocumentVersionView = z.infer<typeof documentVersionView>;

const documentShape = {
  id,
  name: z.string(),
  /** Only a network's documents lie in folders; a folder is the name that they share. */
  folder: z.string().nullable(),
  version,
  /** The newest version that is not infected. */
  current: documentVersionView,
  abilities: z.object({ change: z.boolean() }),
};
export const documentSummary = z.object(documentShape).meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof documentSummary>;
export const documentView = z
  .object({
    ...documentShape,
    /** The newest fifty, newest first; what was infected is gone, and only said. */
    versions: z.array(documentVersionView),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentView>;
export const documentPage = pageOf(documentSummary)
  .extend({
    /** The folders of all pages, by name. */
    folders: z.array(z.string()),
    abilities: z.object({ add: z.boolean() }),
  })
  .meta({ id: 'DocumentPage' });
export type DocumentPage = z.infer<typeof documentPage>;

/** A signed copy of a public position, as anybody may have it. */
export const signedFile = z
  .object({ id, name: z.string(), bytes: z.int(), addedAt: instant })
  .meta({ id: 'SignedFile' });
export type SignedFile = z.infer<typeof signedFile>;

const folder = line(1, 80);

/** To what a file will belong: it becomes a new document, or a new version of one. */
export const uploadTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('NETWORK'), networkId: id, folder: folder.nullable().default(null) }),
  z.strictObject({ kind: z.literal('TASK'), taskId: id }),
  z.strictObject({ kind: z.literal('ANSWER'), taskId: id, organizationId: id }),
  z.strictObject({ kind: z.literal('RESOLUTION'), resolutionId: id }),
  z.strictObject({ kind: z.literal('INITIATIVE'), initiativeId: id }),
  /** The adopted text as it was signed: a PDF. */
  z.strictObject({ kind: z.literal('POSITION'), positionId: id }),
  z.strictObject({ kind: z.literal('DOCUMENT'), documentId: id }),
]);
export type UploadTarget = z.infer<typeof uploadTarget>;

export const uploadView = z
  .object({
    id,
    fileName: z.string(),
    bytes: z.int(),
    /** How much has arrived: where the next part begins. */
    received: z.int(),
    /** Until when it can be gone on with. */
    expiresAt: instant,
  })
  .meta({ id: 'Upload' });
export type UploadView = z.infer<typeof uploadView>;

const params = z.strictObject({ id });
const parentList = { query: z.strictObject({ cursor }), response: documentPage } as const;
/** A number in a path; where it is none, there is nothing. */
const inPath = (most: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,9})$/)
    .transform(Number)
    .pipe(z.int().max(most));
const versionParams = z.strictObject({ id, number: inPath(1_000_000) });
const fileProblems = ['file-unchecked', 'range-not-satisfiable'] as const;

export const documentsRoutes = defineRoutes({
  listNetworkDocuments: {
    method: 'GET',
    path: '/api/networks/:id/documents',
    access: 'signed-in',
    summary: 'Documents of a network, newest first, of one folder or of all.',
    params,
    response: documentPage,
    query: z.strictObject({ folder: line(0, 80).optional(), cursor }),
  },
  listTaskDocuments: {
    method: 'GET',
    path: '/api/tasks/:id/documents',
    access: 'signed-in',
    summary: 'Documents with which a task is asked, newest first.',
    params,
    ...parentList,
  },
  listAnswerDocuments: {
    method: 'GET',
    path: '/api/tasks/:id/assignments/:organizationId/documents',
    access: 'signed-in',
    summary: "Documents of a gmina's answer: its own until the answer is handed in.",
    params: z.strictObject({ id, organizationId: id }),
    ...parentList,
  },
  listResolutionDocuments: {
    method: 'GET',
    path: '/api/resolutions/:id/documents',
    access: 'signed-in',
    summary: 'Documents of a resolution in the register, newest first.',
    params,
    ...parentList,
  },
  listInitiativeDocuments: {
    method: 'GET',
    path: '/api/initiatives/:id/documents',
    access: 'signed-in',
    summary: 'Documents of an initiative, newest first: for those who take part in it.',
    params,
    ...parentList,
  },
  listPositionDocuments: {
    method: 'GET',
    path: '/api/positions/:id/documents',
    access: 'signed-in',
    summary: 'The signed copies of an adopted position, newest first: for whoever reads the position.',
    params,
    ...parentList,
  },
  listSignedFiles: {
    method: 'GET',
    path: '/api/register/:id/files',
    access: 'public',
    summary: 'The signed copies of a position of the public register that were found clean, newest first.',
    params,
    response: z.array(signedFile),
  },
  downloadSignedFile: {
    method: 'GET',
    path: '/api/register/:id/files/:documentId',
    access: 'public',
    summary: 'A signed copy of a position of the public register, as it was signed; also a range of it.',
    params: z.strictObject({ id, documentId: id }),
    file: 'application/pdf',
    problems: ['range-not-satisfiable'],
  },
  readDocument: {
    method: 'GET',
    path: '/api/documents/:id',
    access: 'signed-in',
    summary: 'One document with its versions.',
    params,
    response: documentView,
  },
  changeDocument: {
    method: 'PUT',
    path: '/api/documents/:id',
    access: 'signed-in',
    summary: 'Gives a document another name, or moves it to another folder.',
    params,
    body: z.strictObject({ name: fileName, folder: folder.nullable(), version }),
    response: documentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  removeDocument: {
    method: 'POST',
    path: '/api/documents/:id/remove',
    access: 'signed-in',
    summary: 'Takes a document away; for a day it can be put back.',
    params,
    body: z.strictObject({ version }),
    problems: ['wrong-state', 'version-conflict'],
  },
  restoreDocument: {
    method: 'POST',
    path: '/api/documents/:id/restore',
    access: 'signed-in',
    summary: 'Puts a document back that was taken away.',
    params,
    response: documentView,
    problems: ['wrong-state'],
  },
  downloadVersion: {
    method: 'GET',
    path: '/api/documents/:id/versions/:number/file',
    access: 'signed-in',
    summary: 'The file of a version, to be kept; also a range of it.',
    params: versionParams,
    file: 'application/octet-stream',
    problems: fileProblems,
  },
  previewVersion: {
    method: 'GET',
    path: '/api/documents/:id/versions/:number/preview',
    access: 'signed-in',
    summary: 'The file of a version, to be looked at: an image or a PDF. Anything else is not found.',
    params: versionParams,
    file: 'application/octet-stream',
    problems: fileProblems,
  },
  beginUpload: {
    method: 'POST',
    path: '/api/uploads',
    access: 'signed-in',
    summary: 'Announces a file; it is then sent in parts of 1 MiB and finished.',
    body: z.strictObject({ target: uploadTarget, fileName, bytes: z.int().min(0) }),
    response: uploadView,
    status: 201,
    problems: [
      'not-found',
      'wrong-state',
      'file-empty',
      'file-too-large',
      'file-type-refused',
      'signed-copy-is-pdf',
      'quota-exceeded',
    ],
  },
  readUpload: {
    method: 'GET',
    path: '/api/uploads/:id',
    access: 'signed-in',
    summary: 'How far an upload is: where it goes on after a lost connection.',
    params,
    response: uploadView,
  },
  sendPart: {
    method: 'PUT',
    path: '/api/uploads/:id/parts/:offset',
    access: 'signed-in',
    summary: 'The bytes of a file from an offset on; what has arrived already may be sent again.',
    params: z.strictObject({ id, offset: inPath(4_294_967_296) }),
    bytes: true,
    // A part is the same part however often it comes.
    repeatable: false,
    response: uploadView,
    problems: ['upload-out-of-step', 'part-differs', 'part-wrong-size', 'unsupported-media-type'],
  },
  finishUpload: {
    method: 'POST',
    path: '/api/uploads/:id/finish',
    access: 'signed-in',
    summary: 'Makes a document, or a new version of one, of what has arrived.',
    params,
    // It answers the same document however often it is asked.
    repeatable: false,
    response: documentView,
    problems: ['wrong-state', 'upload-out-of-step', 'file-type-refused'],
  },
  cancelUpload: {
    method: 'DELETE',
    path: '/api/uploads/:id',
    access: 'signed-in',
    summary: 'Gives an upload up; what has arrived is thrown away.',
    params,
  },
});
