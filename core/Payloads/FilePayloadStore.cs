using Isthmus.Core.Retention;

namespace Isthmus.Core.Payloads;

/// <summary>
/// Documents as files named by their reference, a folder a day: <c>ISTHMUS_HOME/payloads</c> locally, a mounted Azure Files share
/// in Azure.
/// </summary>
public sealed class FilePayloadStore(string folder, TimeProvider time) : IPayloadStore
{
    /// <inheritdoc/>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var reference = PayloadReference.Of(content.Span, time.GetUtcNow());
        var path = PathOf(reference);
        if (File.Exists(path)) return reference;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Chance.NewId()}";
        await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(content, cancellation);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        return reference;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> GetAsync(string reference, CancellationToken cancellation = default)
    {
        var path = PathOf(reference);
        if (!File.Exists(path)) throw new PayloadMissingException(reference);
        return await File.ReadAllBytesAsync(path, cancellation);
    }

    /// <summary>Removes documents of days before that of <paramref name="before"/>, and drafts that were never finished.</summary>
    /// <param name="before">Its day and later ones stay.</param>
    /// <param name="kept">References that something still needs.</param>
    /// <param name="budget">How long to go on.</param>
    public void Purge(DateTimeOffset before, IReadOnlySet<string> kept, PurgeBudget budget)
    {
        if (!Directory.Exists(folder)) return;
        var first = PayloadReference.Day(before);
        foreach (var day in Directory.EnumerateDirectories(folder).Where(day => string.CompareOrdinal(Path.GetFileName(day), first) < 0))
        {
            foreach (var file in Directory.EnumerateFiles(day).Where(file => !kept.Contains(Path.GetFileName(file))))
            {
                if (budget.Spent) return;
                File.Delete(file);
                budget.Took(1);
            }
            if (!Directory.EnumerateFileSystemEntries(day).Any()) Directory.Delete(day);
        }
    }

    private string PathOf(string reference) => PayloadReference.IsOne(reference)
        ? Path.Combine(folder, PayloadReference.DayOf(reference), reference)
        : throw new PayloadMissingException(reference);
}
