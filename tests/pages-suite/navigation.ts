import type { PageCase } from "./case.ts";

const STORY = "<p>Attorney General Jeff Sessions spoke.</p><p>Later Sessions left.</p>";
const MARKED = ["Jeff Sessions", "Sessions"];
const start = { html: `<div id=t>${STORY}</div>`, before: MARKED };

/** Navigations without a new document: what the former page introduced is forgotten. */
const CASES: PageCase[] = [
  {
    id: "navigation-push",
    ...start,
    act: () => {
      history.pushState(null, "", "?page=2");
      document.querySelector("#t")!.innerHTML = "<h1>Yoga</h1><p>Sessions are held daily. Warren Buffett came.</p>";
    },
    marks: [],
  },
  {
    id: "navigation-text-first",
    ...start,
    act: async () => {
      document.querySelector("#t")!.innerHTML = "<h1>Yoga</h1><p>Then Sessions went on.</p>";
      await new Promise((done) => setTimeout(done, 300));
      history.pushState(null, "", "?page=2");
    },
    marks: [],
  },
  {
    id: "navigation-replace",
    ...start,
    act: () => {
      history.replaceState(null, "", "?page=2");
      document.querySelector("#t")!.innerHTML = "<p>Then Sessions went on.</p>";
    },
    marks: [],
  },
  {
    id: "navigation-hash",
    ...start,
    act: () => {
      location.hash = "#/two";
      document.querySelector("#t")!.innerHTML = "<p>Then Sessions went on.</p>";
    },
    marks: [],
  },
  {
    id: "navigation-api",
    ...start,
    act: async () => {
      const { navigation } = window as unknown as {
        navigation?: EventTarget & { navigate(to: string): { finished: Promise<unknown> } };
      };
      const show = async () => {
        document.querySelector("#t")!.innerHTML = "<p>Then Sessions went on.</p>";
      };
      if (!navigation) return show();
      navigation.addEventListener("navigate", (event) =>
        (event as unknown as { intercept(options: object): void }).intercept({ handler: show }),
      );
      await navigation.navigate("two").finished;
    },
    marks: [],
  },
  {
    id: "navigation-transition",
    ...start,
    act: () => {
      const show = () => {
        history.pushState(null, "", "?page=2");
        document.querySelector("#t")!.innerHTML = "<p>Then Sessions went on.</p>";
      };
      const { startViewTransition } = document as { startViewTransition?: unknown };
      if (startViewTransition) document.startViewTransition(show);
      else show();
    },
    marks: [],
  },
  {
    id: "navigation-title",
    // The headings of both views come last, as routers set them.
    html: `<div id=t>${STORY}</div><script>document.title="Jeff Sessions resigns"</script>`,
    before: MARKED,
    act: async () => {
      history.pushState(null, "", "?page=2");
      document.querySelector("#t")!.innerHTML = "<p>Then Sessions went on.</p>";
      await new Promise((done) => setTimeout(done, 400));
      document.title = "Yoga";
    },
    marks: [],
  },
  {
    id: "navigation-back",
    ...start,
    act: async () => {
      const t = document.querySelector("#t")!;
      const old = t.innerHTML;
      addEventListener("popstate", () => (t.innerHTML = old));
      history.pushState(null, "", "?page=2");
      t.innerHTML = "<p>Then Sessions went on.</p>";
      await new Promise((done) => setTimeout(done, 500));
      history.back();
    },
    marks: MARKED,
  },
  {
    id: "navigation-kept-view",
    // Some routers keep the former view in the document, out of sight.
    html: `<section id=a>${STORY}</section><section id=b hidden></section>`,
    before: MARKED,
    act: () => {
      history.pushState(null, "", "?page=2");
      document.querySelector<HTMLElement>("#a")!.remove();
      const b = document.querySelector<HTMLElement>("#b")!;
      b.hidden = false;
      b.innerHTML = "<p>Then Sessions went on.</p>";
    },
    marks: [],
  },
  {
    id: "navigation-introduced-anew",
    ...start,
    act: async () => {
      history.pushState(null, "", "?page=2");
      const t = document.querySelector("#t")!;
      t.innerHTML = "<p>Then Schiff went on.</p>";
      await new Promise((done) => setTimeout(done, 500));
      t.insertAdjacentHTML("afterbegin", "<p>Adam Schiff came.</p>");
    },
    marks: ["Adam Schiff", "Schiff"],
  },
  {
    id: "navigation-introduction-removed",
    html: `<div id=t>${STORY}</div>`,
    before: MARKED,
    act: () => document.querySelector("#t p")!.remove(),
    marks: [],
  },
  {
    id: "navigation-many",
    ...start,
    act: async () => {
      const t = document.querySelector("#t")!;
      for (let i = 0; i < 30; i++) {
        history.pushState(null, "", `?page=${i}`);
        t.innerHTML = i % 2 ? "<p>Adam Schiff</p>" : "<p>Nancy <b>Pelosi</b></p>";
        await new Promise((done) => setTimeout(done, 15));
      }
    },
    marks: ["Adam Schiff"],
  },
];

export const NAVIGATION: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
