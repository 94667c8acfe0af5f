/** How the bureau signs in at a mail server: with a password, or with a token of Microsoft 365 or Google Workspace. A secret is never shown again. */
import type { MailLogin, ShownLogin } from '../../../shared/study/mail-host.ts';
import { useWords } from '../../bearings.tsx';
import { SelectField, TextAreaField, TextField } from '../../parts/field.tsx';
import { repliesWords } from '../../wording/screens/replies.ts';

const kinds: readonly MailLogin['kind'][] = ['password', 'microsoft', 'google'];

/** What is filled in; of another kind the fields stay for whoever turns back. */
export interface TypedLogin {
  readonly kind: MailLogin['kind'];
  readonly user: string;
  readonly secret: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly serviceAccount: string;
}

export function typedLogin(shown?: ShownLogin): TypedLogin {
  const { kind = 'password', user = '', tenant = '', clientId = '', serviceAccount = '' } = shown ?? {};
  return { kind, user, secret: '', tenant, clientId, serviceAccount };
}

/** The login as it is asked to be kept; a secret that is left empty stays what it was. */
export function loginOf({ kind, secret, ...typed }: TypedLogin): MailLogin {
  const user = typed.user.trim();
  const has = secret !== '';
  switch (kind) {
    case 'password':
      return { kind, user, ...(has ? { password: secret } : {}) };
    case 'microsoft': {
      const ids = { tenant: typed.tenant.trim(), clientId: typed.clientId.trim() };
      return { kind, user, ...ids, ...(has ? { clientSecret: secret } : {}) };
    }
    case 'google':
      return { kind, user, serviceAccount: typed.serviceAccount.trim(), ...(has ? { privateKey: secret } : {}) };
  }
}

interface LoginFieldsProps {
  readonly value: TypedLogin;
  readonly shown?: ShownLogin | undefined;
  readonly onChange: (value: TypedLogin) => void;
}

export function LoginFields({ value, shown, onChange }: LoginFieldsProps) {
  const { login: say } = useWords(repliesWords);
  const box = (field: 'user' | 'tenant' | 'clientId' | 'serviceAccount') => (
    <TextField label={say[field]} value={value[field]} onChange={(text) => onChange({ ...value, [field]: text })} />
  );
  const isKept = shown?.hasSecret === true && shown.kind === value.kind;
  const secret = {
    ...(isKept ? { hint: say.kept } : {}),
    value: value.secret,
    onChange: (text: string) => onChange({ ...value, secret: text }),
  };
  return (
    <>
      <SelectField
        label={say.kind}
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
        onChange={(kind) => onChange({ ...value, kind, secret: '' })}
      />
      {box('user')}
      {value.kind === 'microsoft' ? (
        <>
          {box('tenant')}
          {box('clientId')}
        </>
      ) : null}
      {value.kind === 'google' ? box('serviceAccount') : null}
      {value.kind === 'google' ? (
        <TextAreaField label={say.privateKey} {...secret} />
      ) : (
        <TextField
          label={value.kind === 'password' ? say.password : say.clientSecret}
          type="password"
          autoComplete="new-password"
          {...secret}
        />
      )}
    </>
  );
}
