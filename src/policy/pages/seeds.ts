import { generatedNote, page, table } from "./markdown.ts";

/** One of the documents this project began with, as `policies/seeds.yaml` has it. */
export interface Seed {
  readonly seed: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** What a document says, and what answers it here: at least one of a policy, a fact and a concept. */
export interface Statement {
  readonly says: string;
  readonly policies?: readonly string[];
  readonly facts?: readonly string[];
  readonly concepts?: readonly string[];
  /** How it differs from what is true today. */
  readonly today?: string;
}

/** `policies/SEEDS.md`: statement by statement what answers it. */
export function seedsPage(
  seeds: readonly Seed[],
  policies: readonly { id: string; family: string }[],
): string {
  const families = new Map(policies.map(({ id, family }) => [id, family]));
  const link = (id: string) => `[${id}](${families.get(id)}/README.md#${id})`;
  const statements = seeds.flatMap((seed) => seed.statements);
  return page(
    generatedNote.replace("the policy files; change those", "seeds.yaml; change that"),
    "# The seed documents, answered",
    `This project began with five documents about EKS, and what they say is what policies and facts are about: ` +
      `${statements.length} statements, ${statements.filter(({ today }) => today !== undefined).length} of which ` +
      "are no longer quite true or need a word. The set `seeds` judges by the documents to the letter.",
    ...seeds.map(({ seed, title, statements: all }) =>
      page(
        `## ${seed}: ${title}`,
        table(
          ["the document says", "answered by", "today"],
          all.map(({ says, policies: ids = [], facts = [], concepts = [], today = "" }) => [
            says,
            [
              ...ids.map(link),
              ...facts.map((fact) => `\`facts.${fact}\``),
              ...concepts.map((concept) => `[${concept}](VOCABULARY.md#${concept.toLowerCase()})`),
            ].join(", "),
            today,
          ]),
        ),
      ),
    ),
  );
}
