import { errorText, t } from "../../shared/i18n.ts";
import type { VetoRow } from "../../shared/library-port.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";
import { When } from "../../shared/ui/when.tsx";
import { vetoId } from "../state.ts";
import type { ViewProps } from "./app.tsx";
import { Removed } from "./removed.tsx";
import { Section } from "./section.tsx";

/** Whom the reader does not want marked where ("not this person here"), the latest first. */
export function Vetoes({ state, actions }: ViewProps) {
  const { library, now } = state;
  const failure = state.failures.vetoes;
  return (
    <Section id="vetoes">
      <Removed of="veto" state={state} actions={actions} />
      {failure && <Message tone="alert">{errorText(failure)}</Message>}
      {library?.vetoes.length === 0 && <p class="empty">{t("options_vetoes_none")}</p>}
      {library && library.vetoes.length > 0 && (
        <ul class="vetoes" aria-labelledby="vetoes-title">
          {library.vetoes.map((veto, n) => (
            <Veto key={vetoId(veto)} id={`veto-${n}`} veto={veto} now={now} onRemove={() => actions.removeVeto(veto)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Stands for the address in its sentence, since that has a direction of its own. */
const PLACE = "\uFFFC";

interface VetoProps {
  id: string;
  veto: VetoRow;
  now: number;
  onRemove(): void;
}

function Veto({ id, veto, now, onRemove }: VetoProps) {
  const { name, scope, host, path, at } = veto;
  const [before, after] = t(`options_veto_${scope}`, PLACE).split(PLACE);
  return (
    <li>
      <p id={id}>
        <b>
          <bdi>{name}</bdi>
        </b>{" "}
        <span class="place">
          {before}
          <bdi dir="ltr">{scope === "site" ? host : host + path}</bdi>
          {after}
        </span>
      </p>
      <span class="hint">{at === undefined ? "" : <When at={new Date(at).toISOString()} now={now} />}</span>
      <Button look="quiet" aria-describedby={id} onClick={onRemove}>
        {t("options_remove")}
      </Button>
    </li>
  );
}
