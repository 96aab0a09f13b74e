using System.Linq.Expressions;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables;
using Isthmus.Embedded.Tables.Entities;
using Isthmus.Embedded.Tables.Filters;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int MostAPage = 1000;

    /// <summary>An OData filter of an interpolated text, whose values become quoted and escaped literals.</summary>
    /// <param name="filter">Such as <c>$"PartitionKey eq {key}"</c>.</param>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Format(filter);

    /// <summary>An OData filter of a condition.</summary>
    /// <param name="filter">Such as <c>e => e.PartitionKey == key</c>.</param>
    /// <exception cref="NotSupportedException">The table service has no way to say it.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Write(filter);

    /// <summary>The entity of a key.</summary>
    /// <param name="partitionKey">The first part of the key.</param>
    /// <param name="rowKey">The second part of the key.</param>
    /// <param name="select">
    /// The names of the properties to return, keys and time stamp among them; all where none is named.
    /// </param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">404 <c>ResourceNotFound</c>, or <c>TableNotFound</c>.</exception>
    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var found = GetEntityIfExists<T>(partitionKey, rowKey, select, cancellationToken);
        if (found.HasValue) return Response.FromValue(found.Value!, found.GetRawResponse());
        throw account.Store.Read(session => EntityRows.FindTable(session, Name)) is null
            ? TableErrors.TableNotFound() : TableErrors.EntityNotFound();
    }

    /// <inheritdoc cref="GetEntity"/>
    public virtual Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Later(() => GetEntity<T>(partitionKey, rowKey, select, cancellationToken));

    /// <summary>The entity of a key, or a response without a value.</summary>
    /// <param name="partitionKey">The first part of the key.</param>
    /// <param name="rowKey">The second part of the key.</param>
    /// <param name="select">
    /// The names of the properties to return, keys and time stamp among them; all where none is named.
    /// </param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        cancellationToken.ThrowIfCancellationRequested();
        return Tables.Find(Name, partitionKey, rowKey) is { } found
            ? Response.FromValue(EntityMapping.Read<T>(found, Selection(select)), Answer(200, found.Stamp))
            : new NoValueResponse<T>(Answer(404));
    }

    /// <inheritdoc cref="GetEntityIfExists"/>
    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Later(() => GetEntityIfExists<T>(partitionKey, rowKey, select, cancellationToken));

    /// <summary>The entities that a filter accepts, in order of their keys.</summary>
    /// <param name="filter">An OData filter; none accepts all.</param>
    /// <param name="maxPerPage">
    /// At most so many a page, 1 to 1,000. A page may be short, and even empty, before the last one.
    /// </param>
    /// <param name="select">
    /// The names of the properties to return, keys and time stamp among them; all where none is named.
    /// </param>
    /// <param name="cancellationToken">Gives up before a page is fetched.</param>
    /// <exception cref="RequestFailedException">
    /// While paging: 404 <c>TableNotFound</c>, 400 <c>InvalidInput</c> for a bad filter.
    /// </exception>
    public virtual Pageable<T> Query<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Source<T>(filter, maxPerPage, select, cancellationToken).Pages;

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Query<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Source<T>(filter, maxPerPage, select, cancellationToken).AsyncPages;

    /// <inheritdoc cref="Query{T}(string, int?, IEnumerable{string}, CancellationToken)"/>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        where T : class, ITableEntity => QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    private static HashSet<string>? Selection(IEnumerable<string>? select) =>
        select?.SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries)).ToHashSet() is { Count: > 0 } names ? names : null;

    private static Task<T> Later<T>(Func<T> read)
    {
        try { return Task.FromResult(read()); }
        catch (Exception failure) { return Task.FromException<T>(failure); }
    }

    private PageSource<T> Source<T>(string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        var selection = Selection(select);
        return new PageSource<T>(
            (continuation, size) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var most = size ?? MostAPage;
                if (most is < 1 or > MostAPage) throw TableErrors.InvalidInput($"A page has 1 to {MostAPage} entities.");
                var page = Tables.Query(Name, FilterParser.Parse(filter), EntityPosition.Parse(continuation), most);
                var values = page.Entities.ConvertAll(e => EntityMapping.Read<T>(e, selection));
                return Page<T>.FromValues(values, page.Next?.ToToken(), Answer(200));
            },
            maxPerPage);
    }
}
