/** @jsxImportSource react */
import { Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";

const ROUNDS = [
  ["Adam Schiff", "Nancy Pelosi", "nobody"],
  ["Nancy Pelosi", "nobody", "Adam Schiff"],
  ["nobody", "Elizabeth Warren", "Nancy Pelosi"],
];
const ROWS = 30;

const arrived = new Set<number>();

/** Suspends for a moment in each round but the first. */
function Late({ round, name }: { round: number; name: string }) {
  if (round > 0 && !arrived.has(round)) {
    throw new Promise<void>((resolve) =>
      setTimeout(() => {
        arrived.add(round);
        resolve();
      }, 40),
    );
  }
  return <p>At last {name}.</p>;
}

/** Re-renders text in place and between elements, in lists with keys, branches, portals and late parts. */
export function App() {
  const [round, setRound] = useState(0);
  const [query, setQuery] = useState("");
  const [isMounted, setMounted] = useState(false);
  const names = ROUNDS[round % ROUNDS.length]!;
  useEffect(() => {
    Object.assign(window, { next: () => setRound((now) => now + 1), round });
  });
  useEffect(() => setMounted(true), []);
  const rows = Array.from({ length: ROWS }, (_, index) => (index * 7 + round * 11) % ROWS);
  return (
    <main>
      <h1>Round {round}</h1>
      <p id="text">
        On Monday {names[0]} met <b>{names[1]}</b> and {names[2]}.
      </p>
      <ul id="list">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <ol>
        {rows.map((row) => (
          <li key={row}>
            {row} <i>{row % 10 === 3 ? names[1] : "row"}</i>
          </li>
        ))}
      </ol>
      {round % 2 === 1 && <p id="branch">Only {names[0]} is here.</p>}
      <Suspense fallback={<p>Waiting for {names[1]}</p>}>
        <Late round={round} name={names[2]!} />
      </Suspense>
      <p>
        Adam <b key={round}>Schiff</b>
      </p>
      <input id="query" value={query} onChange={(event) => setQuery(event.target.value)} />
      <p id="found">{names.filter((name) => name.includes(query)).join(", ")}</p>
      {isMounted && createPortal(<p>Beside it {names[1]}.</p>, document.querySelector("#portal")!)}
    </main>
  );
}
