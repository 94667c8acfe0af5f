/** Contact, as far as it goes: in front of it what happened since in a study that was put back, after its end only the requests of people. */
import { hasEnded } from '../../agreement-banner.tsx';
import { useWords } from '../../bearings.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { agreementEndWords } from '../../wording/screens/agreement-end.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { RequestsRoom } from '../requests/requests-room.tsx';
import { ContactAtWork } from './contact-at-work.tsx';
import { Reconciling } from './reconciling.tsx';
import './contact.css';

export function ContactScreen() {
  const { status } = useStudy();
  if (hasEnded(status)) return <AfterTheEnd />;
  return status.olderSince === undefined ? (
    <ContactAtWork />
  ) : (
    <Reconciling key={status.today} since={status.olderSince} />
  );
}

/** People keep their rights as long as anything of them is there. */
function AfterTheEnd() {
  const say = useWords(agreementEndWords);
  const { screens } = useWords(windowWords);
  const { refresh } = useStudy();
  const requests = useView('contact.caseRequests', {});
  return (
    <Screen title={screens.contact} lead={say.onlyRequests} help={[say.rights]}>
      <RequestsRoom seen={requests} onChanged={refresh} />
    </Screen>
  );
}
