/** Under which the files are injected. */
export const FilesToken = Symbol('Files');
