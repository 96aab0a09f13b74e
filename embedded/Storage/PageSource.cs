using Azure;

namespace Isthmus.Embedded.Storage;

/// <summary>Makes the two kinds of Azure's pageable answers from one function that fetches a page.</summary>
/// <param name="fetch">Fetches the page that a continuation token names (the first for null) with at most so many values.</param>
/// <param name="usualSize">The size of a page where the caller names none.</param>
internal sealed class PageSource<T>(Func<string?, int?, Page<T>> fetch, int? usualSize) where T : notnull
{
    public Pageable<T> Pages => new Now(this);

    public AsyncPageable<T> AsyncPages => new Later(this);

    private IEnumerable<Page<T>> Walk(string? continuation, int? size)
    {
        do
        {
            var page = fetch(continuation, size ?? usualSize);
            yield return page;
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
    }

    private sealed class Now(PageSource<T> source) : Pageable<T>
    {
        public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
            source.Walk(continuationToken, pageSizeHint);
    }

    private sealed class Later(PageSource<T> source) : AsyncPageable<T>
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            foreach (var page in source.Walk(continuationToken, pageSizeHint))
            {
                await Task.CompletedTask;
                yield return page;
            }
        }
    }
}
