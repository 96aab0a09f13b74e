using System.Runtime.CompilerServices;

namespace Isthmus.Core.Retention;

/// <summary>Gathers rows as they come into chunks of a size.</summary>
internal static class Chunks
{
    public static async IAsyncEnumerable<List<T>> ChunksOfAsync<T>(
        this IAsyncEnumerable<T> items, int size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var chunk = new List<T>(size);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            chunk.Add(item);
            if (chunk.Count < size) continue;
            yield return chunk;
            chunk = new List<T>(size);
        }
        if (chunk.Count > 0) yield return chunk;
    }
}
