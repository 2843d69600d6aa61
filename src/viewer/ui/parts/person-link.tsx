import { useHref, useView } from "../context.ts";
import { Text } from "./text.tsx";

/** A person's name as a link to their page; an id the dossier does not hold as plain text. */
export function PersonLink({ id }: { id: string }) {
  const { index } = useView();
  const href = useHref();
  const person = index.people.get(id);
  if (!person) return <>{id}</>;
  return (
    <a href={href({ page: "person", id })}>
      <Text text={person.name} />
    </a>
  );
}

/** Names in a row, as links. */
export function PeopleLine({ ids }: { ids: readonly string[] }) {
  const { index } = useView();
  const known = ids.filter((id) => index.people.has(id));
  return (
    <ul class="people-line">
      {known.map((id) => (
        <li key={id}>
          <PersonLink id={id} />
        </li>
      ))}
    </ul>
  );
}
