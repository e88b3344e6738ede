export { beginUpload } from './actions/begin-upload.ts';
export { finishUpload } from './actions/finish-upload.ts';
export { sendPart } from './actions/send-part.ts';
export { deleteFiles } from './delete-files.job.ts';
export { documentsAnnouncements } from './documents.announcements.ts';
export { DocumentsModule } from './documents.module.ts';
export { scanFile } from './scan-file.job.ts';
export { tidyFiles } from './tidy-files.job.ts';
