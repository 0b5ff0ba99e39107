import { registerEnumType } from "type-graphql";

/** Makes a union of names a GraphQL enum of the same names, each with what it means. */
export function describeEnum<V extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<V, string>>,
): Readonly<Record<V, V>> {
  const values = Object.keys(meanings) as V[];
  const enumObject = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  const described = values.map((value) => [value, { description: meanings[value] }]);
  registerEnumType(enumObject, { name, description, valuesConfig: Object.fromEntries(described) });
  return enumObject;
}
