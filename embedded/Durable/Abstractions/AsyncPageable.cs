namespace Microsoft.DurableTask;

/// <summary>A long answer that is fetched page by page while it is enumerated.</summary>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T> where T : notnull
{
    /// <summary>The answer by pages, from a continuation token on.</summary>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null);

    /// <summary>The answer one by one.</summary>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var value in page.Values) yield return value;
        }
    }
}
