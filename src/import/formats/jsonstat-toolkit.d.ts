/** What is used of jsonstat-toolkit, which has no types of its own; after its API reference, 2.2. */
declare module 'jsonstat-toolkit' {
  interface Category {
    readonly label?: string
    readonly unit?: { readonly label?: string; readonly base?: string; readonly multiplier?: number }
  }
  interface Dimension {
    readonly label: string | null
    readonly id: readonly string[]
    Category(code: string): Category
  }
  interface Dataset {
    readonly label: string | null
    readonly id: readonly string[]
    readonly role: Readonly<Record<string, readonly string[] | null>> | null
    Dimension(id: string): Dimension
    Data(): readonly { readonly value: number | string | null | undefined; readonly status: string | null }[]
  }
  export default function JSONstat(response: unknown): Dataset
}
