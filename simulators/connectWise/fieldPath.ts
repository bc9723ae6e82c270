type Fields = Readonly<Record<string, unknown>>;

/** Every value at a path such as `types/name`; an array on the way counts with each of its elements. Undefined: there is no such field. */
export function readPath(record: object, path: string): readonly unknown[] | undefined {
  let values: readonly unknown[] = [record];
  for (const name of path.split('/')) {
    const owners = values.flatMap((value) => value).filter(isFields);
    if (owners.length > 0 && !owners.some((owner) => name in owner)) return undefined;
    values = owners.map((owner) => owner[name]);
  }
  return values.flatMap((value) => value);
}

/** Keeps the named fields (`status/name` keeps a part). `_info` stays only where it is named, alone or inside a reference. */
export function projectFields(record: object, paths: readonly string[]): object {
  return pick(record as Fields, paths.map((path) => path.split('/')));
}

function pick(record: Fields, paths: readonly (readonly string[])[]): Fields {
  const names = [...new Set(paths.map(([name = '']) => name))].filter((name) => name in record);
  return Object.fromEntries(
    names.map((name) => {
      const deeper = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
      const isWhole = deeper.some((rest) => rest.length === 0);
      return [name, isWhole ? record[name] : pickInside(record[name], deeper)];
    }),
  );
}

function pickInside(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => pickInside(element, paths));
  return isFields(value) ? pick(value, paths) : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
