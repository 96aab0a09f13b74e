using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Tables;

/// <summary>
/// Gives every write a later moment than the write before it, however coarse or still the clock: the moment is the version of the
/// entity. Used by the writer only.
/// </summary>
internal sealed class EntityClock(EmbeddedStore store)
{
    private long last;

    public long After(long earlier) => last = Math.Max(store.Time.GetUtcNow().UtcTicks, Math.Max(last, earlier) + 1);
}
