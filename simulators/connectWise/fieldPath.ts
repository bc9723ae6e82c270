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

/** null: the whole value. */
type Projection = ReadonlyMap<string, Projection | null>;

/** Keeps the named fields (`status/name` keeps a part). `_info` stays only where it is named, alone or inside a reference. */
export function projectionOf(paths: readonly string[]): (record: object) => object {
  const projection = compile(paths.map((path) => path.split('/')));
  return (record) => pick(record as Fields, projection);
}

function compile(paths: readonly (readonly string[])[]): Projection {
  const names = [...new Set(paths.map(([name = '']) => name))];
  return new Map(
    names.map((name) => {
      const deeper = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
      return [name, deeper.some((rest) => rest.length === 0) ? null : compile(deeper)];
    }),
  );
}

function pick(record: Fields, projection: Projection): Fields {
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of projection) if (name in record) picked[name] = inner === null ? record[name] : pickInside(record[name], inner);
  return picked;
}

function pickInside(value: unknown, projection: Projection): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => pickInside(element, projection));
  return isFields(value) ? pick(value, projection) : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
