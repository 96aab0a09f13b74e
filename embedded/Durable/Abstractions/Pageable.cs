using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Makes pageable answers out of functions.</summary>
public static class Pageable
{
    /// <summary>An answer whose pages come from a function of the continuation token.</summary>
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return Create((continuation, _, cancellation) => pageFunc(continuation, cancellation));
    }

    /// <summary>An answer whose pages come from a function of the continuation token and the wished page size.</summary>
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FunctionPageable<T>(pageFunc);
    }

    private sealed class FunctionPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            Pages(continuationToken, pageSizeHint);

        private async IAsyncEnumerable<Page<T>> Pages(
            string? continuation, int? size, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            do
            {
                var page = await pageFunc(continuation, size, cancellation);
                yield return page;
                continuation = page.ContinuationToken;
            }
            while (continuation is not null);
        }
    }
}
