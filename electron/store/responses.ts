/** Finished responses and the links to their cases: two tables that share no column, each row a random id and sealed bytes. */
import { refuse } from '../../shared/problem.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import type { Database } from './database.ts';

export interface StoredResponse {
  readonly id: ResponseId;
  readonly key: Uint8Array;
  readonly content: Uint8Array;
}

export interface StoredLink {
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** `onErase` is told when a response comes in or goes: the log holds it beside the case that was closed with it, which tells whose it is. */
export function responsesTable(database: Database, onErase: () => void) {
  const insert = database.prepare('INSERT INTO responses VALUES (@id, @key, @content)');
  const insertLink = database.prepare('INSERT INTO links VALUES (@id, @sealed)');
  const remove = database.prepare('DELETE FROM responses WHERE id = ?');
  const removeLink = database.prepare('DELETE FROM links WHERE id = ?');
  const rewrap = database.prepare('UPDATE responses SET key = ? WHERE id = ?');
  const rewrapLink = database.prepare('UPDATE links SET sealed = ? WHERE id = ?');
  const removeAll = database.prepare('DELETE FROM responses');
  const removeAllLinks = database.prepare('DELETE FROM links');
  const all = database.prepare<[], StoredResponse>('SELECT * FROM responses');
  const links = database.prepare<[], StoredLink>('SELECT * FROM links');
  return {
    /** `link` gets a random id of its own: the two rows have nothing in common. */
    insert(response: StoredResponse, link: { readonly id: string; readonly sealed: Uint8Array }): void {
      insert.run(response);
      insertLink.run(link);
      onErase();
    },
    /** Takes back a response of which it is known, for as long as it may be taken back, that this link is its own. */
    remove({ id, link }: { readonly id: ResponseId; readonly link: string }): void {
      const isThere = remove.run(id).changes + removeLink.run(link).changes === 2;
      if (!isThere) refuse('study.changed-meanwhile', {});
      onErase();
    },
    /** The same responses under other ids, and not one link. */
    unlink(resealed: readonly StoredResponse[]): void {
      if (resealed.length !== all.all().length) refuse('study.changed-meanwhile', {});
      removeAll.run();
      removeAllLinks.run();
      for (const response of resealed) insert.run(response);
      onErase();
    },
    /** Puts the key of a response under another answers pair. */
    rewrap(id: ResponseId, key: Uint8Array): void {
      if (rewrap.run(key, id).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** Puts a link under another link pair. */
    rewrapLink(id: string, sealed: Uint8Array): void {
      if (rewrapLink.run(sealed, id).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    all: (): readonly StoredResponse[] => all.all(),
    links: (): readonly StoredLink[] => links.all(),
  };
}
