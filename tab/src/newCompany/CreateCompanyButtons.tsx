import './newCompany.css';
import { Button } from '@fluentui/react-components';
import { useTab } from '../app/useTab.js';
import { texts } from './texts.js';

/** One per PSA that can, for people who may. `psaConnectionId`: that PSA only; null: any. */
export function CreateCompanyButtons({ psaConnectionId, onCreate }: { readonly psaConnectionId: string | null; readonly onCreate: (psaConnectionId: string) => void }) {
  const { psaSkills } = useTab();
  const able = psaSkills.filter((psa) => psa.canCreateCompany && (psaConnectionId === null || psa.psaConnectionId === psaConnectionId));
  return able.map((psa) => (
    <Button key={psa.psaConnectionId} onClick={() => onCreate(psa.psaConnectionId)}>
      {texts.create(psa.name)}
    </Button>
  ));
}
