using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables;
using Isthmus.Embedded.Tables.Filters;

namespace Azure.Data.Tables;

/// <summary>Works on the tables of an account.</summary>
public class TableServiceClient
{
    private const int MostAPage = 1000;
    private readonly LocalAccount account = null!;

    /// <summary>For mocking.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>A client of an account.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    public TableServiceClient(string connectionString) : this(connectionString, null)
    {
    }

    /// <summary>A client of an account.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="options">Options of the client.</param>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        account = LocalAccount.Parse(connectionString);
        Uri = Root(account, null);
    }

    /// <summary>A client of the development account.</summary>
    /// <param name="endpoint">The address of the account.</param>
    /// <param name="tokenCredential">A credential; nothing here asks for its token.</param>
    /// <param name="options">Options of the client.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tokenCredential);
        account = LocalAccount.At(endpoint);
        Uri = Root(account, endpoint);
    }

    /// <summary>The name of the account.</summary>
    public virtual string AccountName => account.Name;

    /// <summary>The address of the account's tables.</summary>
    public virtual Uri Uri { get; } = null!;

    private TableStore Tables => TableStore.Of(account.Store);

    /// <summary>An OData filter of an interpolated text, whose values become quoted and escaped literals.</summary>
    /// <param name="filter">Such as <c>$"TableName eq {name}"</c>.</param>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Format(filter);

    /// <summary>An OData filter of a condition.</summary>
    /// <param name="filter">Such as <c>t => t.Name == name</c>.</param>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterExpression.Write(filter);

    /// <summary>A client of one table; it need not exist yet.</summary>
    /// <param name="tableName">The name of the table.</param>
    public virtual TableClient GetTableClient(string tableName) => new(account, tableName, Uri);

    /// <summary>Creates a table.</summary>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">409 <c>TableAlreadyExists</c>; 400 for a name that is none.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    /// <inheritdoc cref="CreateTableAsync"/>
    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Create(cancellationToken);

    /// <summary>Creates a table where it is missing; the raw response has status 409 where it was there.</summary>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName,
        CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <inheritdoc cref="CreateTableIfNotExistsAsync"/>
    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExists(cancellationToken);

    /// <summary>Deletes a table with all entities; a missing one gives a response of status 404.</summary>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    /// <inheritdoc cref="DeleteTableAsync"/>
    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Delete(cancellationToken);

    /// <summary>The tables that a filter on <c>TableName</c> accepts, in order of their names.</summary>
    /// <param name="filter">An OData filter; none accepts all.</param>
    /// <param name="maxPerPage">At most so many a page, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up before a page is fetched.</param>
    public virtual Pageable<TableItem> Query(string? filter = null, int? maxPerPage = null,
        CancellationToken cancellationToken = default) =>
        Source(filter, maxPerPage, cancellationToken).Pages;

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual Pageable<TableItem> Query(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Query(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        Source(filter, maxPerPage, cancellationToken).AsyncPages;

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <inheritdoc cref="Query(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    internal static Uri Root(LocalAccount account, Uri? endpoint) =>
        new((endpoint?.AbsoluteUri ?? $"http://127.0.0.1:10002/{account.Name}").TrimEnd('/') + "/");

    private PageSource<TableItem> Source(string? filter, int? maxPerPage, CancellationToken cancellation) => new(
        (after, size) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var most = size ?? MostAPage;
            if (most is < 1 or > MostAPage) throw TableErrors.InvalidInput($"A page has 1 to {MostAPage} tables.");
            var accepts = FilterParser.Parse(filter);
            bool Wanted(string name) => accepts?.Accepts(property => property == "TableName" ? name : null) ?? true;
            var names = Tables.List(after ?? "").Where(Wanted).Take(most + 1).ToList();
            var items = names.Take(most).Select(n => new TableItem(n)).ToList();
            return Page<TableItem>.FromValues(
                items, names.Count > most ? names[most - 1] : null, new ServiceResponse(200, account.Store.Time.GetUtcNow()));
        },
        maxPerPage);
}
