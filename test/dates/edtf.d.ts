/** The part of the package `edtf` that the comparison uses; it has no types of its own. */
declare module 'edtf' {
  interface ExtendedDate {
    readonly type: string;
    /** Milliseconds since 1970-01-01; null for an unknown end. */
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string, constraints: { readonly level: number }): ExtendedDate;
}
