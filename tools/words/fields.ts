import { z } from 'zod'

/**
 * Fields of an input that can be written wrong, by their path without the places in lists: texts and lists with a limit, numbers,
 * addresses. What is chosen from a few, or is an id, is never written.
 * @example writtenIn(postThread.input) holds 'title' and 'change.now'
 */
export function writtenIn(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([name, field]) => writtenIn(field as z.core.$ZodType, path === '' ? name : `${path}.${name}`))
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => writtenIn(option, path)))]
  if (schema instanceof z.ZodArray) return [...limited(schema) ? [path] : [], ...writtenIn(schema.element, path)]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return writtenIn(schema.unwrap(), path)
  if (schema instanceof z.ZodPipe) return writtenIn(schema.in instanceof z.ZodTransform ? schema.out : schema.in, path)
  const written = schema instanceof z.ZodString ? limited(schema) : schema instanceof z.ZodNumber || schema instanceof z.ZodEmail || schema instanceof z.ZodURL
  return written ? [path] : []
}

/** What it is checked for stands in its definition; a check that was added to it empties what it says of itself elsewhere. */
const limited = (schema: z.core.$ZodType): boolean => (schema._zod.def.checks ?? []).some(({ _zod }) => _zod.def.check === 'max_length')
