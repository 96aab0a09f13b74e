using System.Collections.Concurrent;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Tables;

/// <summary>
/// The numbers of the tables that are there, so that each change and each read need not look for its own. A number is kept once it
/// was seen committed, and is never given to another table; that of a deleted table is not believed any more.
/// </summary>
internal sealed class TableNumbers
{
    private readonly ConcurrentDictionary<string, long> kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<long, bool> deleted = [];

    /// <summary>The table's number, or null where there is none of that name.</summary>
    public long? Find(StoreSession session, string name) => Kept(name) ?? EntityRows.FindTable(session, name);

    /// <summary>The same in a session that sees only what is committed.</summary>
    public long? FindCommitted(StoreSession session, string name)
    {
        if (Kept(name) is { } known) return known;
        var found = EntityRows.FindTable(session, name);
        if (found is { } number) kept[name] = number;
        return found;
    }

    /// <summary>Called by the writer before it deletes a table.</summary>
    public void Forget(string name, long number)
    {
        deleted[number] = true;
        kept.TryRemove(name, out _);
    }

    private long? Kept(string name) => kept.TryGetValue(name, out var number) && !deleted.ContainsKey(number) ? number : null;
}
