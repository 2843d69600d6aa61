/** Restorations allowed in a second: a page that fights for the host must not freeze the tab. */
const MOST_PER_SECOND = 20;
/** Losses in a second after which a page is taken to suffer nothing foreign in <html>: the host then goes into <body>. */
const MOST_LOSSES = 4;

export interface HostKeeper {
  /** Does something to the host that is not to be undone; `parent`: where the host is to stay. */
  quietly(change: () => void, parent?: ParentNode): void;
  stop(): void;
}

/** Puts the host back when the page moves, removes, hides or restyles it while it is shown. */
export function keepHost(host: HTMLElement, raise: (parent: ParentNode) => void, restyle: () => void): HostKeeper {
  let home: ParentNode | undefined;
  let budget = MOST_PER_SECOND;
  let since = 0;
  let losses = 0;

  const affordable = () => {
    const now = Date.now();
    if (now - since > 1000) {
      since = now;
      budget = MOST_PER_SECOND;
      losses = 0;
    }
    return budget-- > 0;
  };
  let later: ReturnType<typeof setTimeout> | undefined;
  const restore = () => {
    if (!home) return;
    if (!affordable()) {
      // Not given up: the page may end its fight.
      later ??= setTimeout(() => {
        later = undefined;
        restore();
      }, 1000);
      return;
    }
    if (host.parentNode !== home) losses++;
    const { documentElement, body } = host.ownerDocument;
    const usual = home.isConnected ? home : documentElement;
    const parent = usual === documentElement && losses > MOST_LOSSES && body ? body : usual;
    quietly(() => {
      for (const { name } of [...host.attributes]) {
        if (!["data-dramatis", "popover", "style"].includes(name)) host.removeAttribute(name);
      }
      host.dataset.dramatis = "";
      host.popover = "manual";
      if (host.parentNode !== parent || !host.matches(":popover-open")) raise(parent);
      else restyle();
    }, parent);
  };
  const observer = new MutationObserver(restore);
  const toggled = (event: Event) => {
    if ((event as ToggleEvent).newState === "closed") restore();
  };

  function quietly(change: () => void, parent = home): void {
    observer.disconnect();
    host.removeEventListener("toggle", toggled);
    change();
    home = parent;
    if (!home) return;
    // Subtree of the parent's own children only: cheap on any page.
    observer.observe(home, { childList: true });
    observer.observe(host, { attributes: true });
    // Our own hide-and-show fires "toggle" later, merged into one with newState "open".
    host.addEventListener("toggle", toggled);
  }

  return {
    quietly,
    stop() {
      home = undefined;
      clearTimeout(later);
      later = undefined;
      observer.disconnect();
      host.removeEventListener("toggle", toggled);
    },
  };
}
