export type LinkTables = {
  text_link: {
    workspace_id: string; text_id: string; place: number; from_id: string; kind: 'number' | 'url' | 'title' | 'person'
    to_number: number | null; to_title: string | null; to_person: string | null; written: string; sentence: string; stood_in: string | null
  }
  entry_title: { workspace_id: string; entry_id: string; title_key: string }
}
