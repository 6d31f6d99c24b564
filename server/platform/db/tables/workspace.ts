import type { UndoSeconds } from '#domain/attention/undo.ts'
import type { Role } from '#domain/policy.ts'
import type { Generated, GeneratedJson, Instant } from '../columns.ts'

export type WorkspaceTables = {
  instance: { singleton: Generated<boolean>; created_at: Instant; development_clock: Instant | null; secret: Buffer; secret_before: Generated<Buffer | null>; webhook_secret: Buffer; vapid_public: string | null; vapid_private: string | null }
  workspace: { id: string; name: string; demo: Generated<boolean>; created_at: Instant; next_number: Generated<number>; search_language: Generated<string>; passkeys_required: Generated<boolean> }
  person: {
    workspace_id: string; id: string; name: string; email: string; role: Role; state: 'invited' | 'active' | 'deactivated'
    zone: string; locale: Generated<string>; password_hash: string | null; git_emails: Generated<string[]>; brief_by_mail: Generated<boolean>; undo_s: Generated<UndoSeconds>; passkeys_only: Generated<boolean>
    created_at: Instant; deactivated_at: Instant | null; placeholder_source: Generated<string | null>
  }
  credential: {
    workspace_id: string; id: string; person_id: string; kind: CredentialKind; secret_hash: Buffer; scopes: Generated<string[]>
    label: Generated<string>; data: GeneratedJson<Record<string, string>>; created_by: string | null; created_at: Instant
    expires_at: Instant | null; last_used_at: Instant | null; used_at: Instant | null; revoked_at: Instant | null
  }
  passkey: {
    workspace_id: string; id: string; person_id: string; key_id: Buffer; public_key: Buffer; sign_count: number; transports: Generated<string[]>
    synced: boolean; label: string; created_at: Instant; last_used_at: Instant | null
  }
  passkey_challenge: { workspace_id: string; hash: Buffer; expires_at: Instant }
  space: {
    workspace_id: string; id: string; name: string; purpose: Generated<string>; visibility: 'open' | 'private'
    noise: 'announcements' | 'work' | 'social'; created_by: string; created_at: Instant; archived_at: Instant | null
  }
  space_member: { workspace_id: string; space_id: string; person_id: string; joined_at: Instant }
  team_role: { workspace_id: string; id: string; name: string; purpose: Generated<string>; created_at: Instant; archived_at: Instant | null }
  team_role_holder: { workspace_id: string; role_id: string; person_id: string }
  entry: {
    workspace_id: string; id: string; number: number; kind: EntryKind; space_id: string | null; author_id: string; title: string
    tldr: Generated<string>; word_count: Generated<number>; published_at: Instant; updated_at: Instant; deleted_at: Instant | null; purged_at: Generated<Instant | null>
  }
}

export type CredentialKind = 'session' | 'api' | 'magic' | 'invite' | 'baton'
export type EntryKind = 'wrap' | 'checkin' | 'thread' | 'ask' | 'change' | 'learning' | 'decision' | 'page'
