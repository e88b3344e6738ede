import { ProjectorPage } from '../features/ballots/projector-page.tsx';
import { useLive } from './use-live.ts';

/** The projector follows what happens, as the frame of the working side does elsewhere. */
export const ProjectorRoute = () => {
  useLive();
  return <ProjectorPage />;
};
