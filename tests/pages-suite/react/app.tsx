/** @jsxImportSource react */
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const ROUNDS = [
  ["Adam Schiff", "Nancy Pelosi", "nobody"],
  ["Nancy Pelosi", "nobody", "Adam Schiff"],
  ["nobody", "Elizabeth Warren", "Nancy Pelosi"],
];

/** Re-renders text in place, between elements, in a list with keys, and in a branch that comes and goes. */
function App() {
  const [round, setRound] = useState(0);
  const [query, setQuery] = useState("");
  const names = ROUNDS[round % ROUNDS.length]!;
  useEffect(() => {
    Object.assign(window, { next: () => setRound((now) => now + 1), round });
  });
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
      {round % 2 === 1 && <p id="branch">Only {names[0]} is here.</p>}
      <input id="query" value={query} onChange={(event) => setQuery(event.target.value)} />
      <p id="found">{names.filter((name) => name.includes(query)).join(", ")}</p>
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(<App />);
