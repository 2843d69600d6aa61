import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../shared/i18n.ts";
import { siteHost } from "../../shared/settings-store.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";

interface SiteListProps {
  label: string;
  hosts: readonly string[];
  onChange(hosts: string[]): void;
}

export function SiteList({ label, hosts, onChange }: SiteListProps) {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const removed = useRef<number | undefined>(undefined);
  // The button has gone with its site: the focus goes on to the next one, and from the last to the field.
  useEffect(() => {
    const place = removed.current;
    removed.current = undefined;
    if (place === undefined) return;
    const buttons = form.current!.querySelectorAll<HTMLElement>("li button");
    const next = buttons[Math.min(place, buttons.length - 1)] ?? form.current!.querySelector<HTMLElement>("#site");
    next?.focus();
  });
  function add() {
    const host = siteHost(typed);
    setWrong(!host);
    if (!host) return;
    setTyped("");
    onChange([...new Set([...hosts, host])].sort());
  }
  return (
    <form
      ref={form}
      class="sites"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h3 id="sites-title">{label}</h3>
      {hosts.length === 0 ? (
        <p class="hint">{t("options_sites_none")}</p>
      ) : (
        <ul aria-labelledby="sites-title">
          {hosts.map((host, place) => (
            <li key={host}>
              <bdi dir="ltr">{host}</bdi>
              <Button
                look="quiet"
                aria-label={t("options_site_remove", host)}
                onClick={() => {
                  removed.current = place;
                  onChange(hosts.filter((other) => other !== host));
                }}
              >
                {t("options_remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="field">
        <label for="site">{t("options_site_to_add")}</label>
        <div class="joined">
          <input
            class="input"
            id="site"
            autoComplete="off"
            spellcheck={false}
            placeholder="example.org"
            value={typed}
            aria-invalid={wrong}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{t("options_site_add")}</Button>
        </div>
      </div>
      {wrong && <Message tone="alert">{t("options_site_wrong")}</Message>}
    </form>
  );
}
