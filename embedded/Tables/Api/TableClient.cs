using Azure.Core;
using Azure.Data.Tables.Models;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables;
using Isthmus.Embedded.Tables.Entities;

namespace Azure.Data.Tables;

/// <summary>
/// Works on one table. Refusals are <see cref="RequestFailedException"/> with the status and error code of Azure Tables
/// (learn.microsoft.com/rest/api/storageservices/table-service-error-codes).
/// </summary>
public partial class TableClient
{
    private readonly LocalAccount account = null!;

    /// <summary>For mocking.</summary>
    protected TableClient()
    {
    }

    /// <summary>A client of a table.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="tableName">The name of the table.</param>
    public TableClient(string connectionString, string tableName) : this(LocalAccount.Parse(connectionString), tableName, null)
    {
    }

    /// <summary>A client of a table.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or <c>IsthmusHome=</c> and a folder.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="options">Options of the client.</param>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(connectionString, tableName)
    {
    }

    /// <summary>A client of a table of the development account.</summary>
    /// <param name="endpoint">The address of the account.</param>
    /// <param name="tableName">The name of the table.</param>
    /// <param name="tokenCredential">A credential; nothing here asks for its token.</param>
    /// <param name="options">Options of the client.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(LocalAccount.At(endpoint), tableName, endpoint) => ArgumentNullException.ThrowIfNull(tokenCredential);

    internal TableClient(LocalAccount account, string tableName, Uri? endpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.account = account;
        Name = tableName;
        Uri = new Uri(TableServiceClient.Root(account, endpoint), tableName);
    }

    /// <summary>The name of the table.</summary>
    public virtual string Name { get; } = null!;

    /// <summary>The name of the account.</summary>
    public virtual string AccountName => account.Name;

    /// <summary>The address of the table.</summary>
    public virtual Uri Uri { get; } = null!;

    private TableStore Tables => TableStore.Of(account.Store);

    /// <summary>Creates the table.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">409 <c>TableAlreadyExists</c>; 400 for a name that is none.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default)
    {
        var response = await CreateIfNotExistsAsync(cancellationToken);
        return response.GetRawResponse().Status == 409 ? throw TableErrors.TableAlreadyExists() : response;
    }

    /// <inheritdoc cref="CreateAsync"/>
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        CreateAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates the table where it is missing; the raw response has status 409 where it was there.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var created = await Tables.CreateAsync(Name, cancellationToken);
        return Response.FromValue(new TableItem(Name), Answer(created ? 201 : 409));
    }

    /// <inheritdoc cref="CreateIfNotExistsAsync"/>
    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        CreateIfNotExistsAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes the table with all entities; a missing one gives a response of status 404.</summary>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        Answer(await Tables.DeleteAsync(Name, cancellationToken) ? 204 : 404);

    /// <inheritdoc cref="DeleteAsync"/>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        DeleteAsync(cancellationToken).GetAwaiter().GetResult();

    private ServiceResponse Answer(int status) => new(status, account.Store.Time.GetUtcNow());

    private ServiceResponse Answer(int status, long? stamp) => stamp is { } version
        ? new(status, account.Store.Time.GetUtcNow(), version, StoredEntity.ETagOf) : Answer(status);
}
