using Isthmus.Embedded.Tables;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Adds an entity. The response has its ETag.</summary>
    /// <param name="entity">The entity, with its key.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">
    /// 409 <c>EntityAlreadyExists</c>; 400 for what a table cannot hold; 404 <c>TableNotFound</c>.
    /// </exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        return ChangeAsync(TableTransactionActionType.Add, entity, default, cancellationToken);
    }

    /// <inheritdoc cref="AddEntityAsync"/>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity =>
        AddEntityAsync(entity, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Updates an existing entity.</summary>
    /// <param name="entity">The entity, with its key.</param>
    /// <param name="ifMatch">The version that it must have; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of the properties that it does not name.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">412 <c>UpdateConditionNotSatisfied</c>; 404 <c>ResourceNotFound</c>.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
            where T : ITableEntity
    {
        RequireKey(entity);
        if (ifMatch == default) throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        var kind = Choose(mode, TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpdateReplace);
        return ChangeAsync(kind, entity, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="UpdateEntityAsync"/>
    public virtual Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => UpdateEntityAsync(entity, ifMatch, mode, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Adds an entity, or updates the one that is there, whatever its version.</summary>
    /// <param name="entity">The entity, with its key.</param>
    /// <param name="mode">What becomes of the properties that it does not name.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
            where T : ITableEntity
    {
        RequireKey(entity);
        var kind = Choose(mode, TableTransactionActionType.UpsertMerge, TableTransactionActionType.UpsertReplace);
        return ChangeAsync(kind, entity, default, cancellationToken);
    }

    /// <inheritdoc cref="UpsertEntityAsync"/>
    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
            where T : ITableEntity =>
        UpsertEntityAsync(entity, mode, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes an entity; a missing one gives a response of status 404.</summary>
    /// <param name="partitionKey">The first part of the key.</param>
    /// <param name="rowKey">The second part of the key.</param>
    /// <param name="ifMatch">The version that it must have; any where none is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    /// <exception cref="RequestFailedException">412 <c>UpdateConditionNotSatisfied</c>.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        try
        {
            await Tables.ChangeAsync(Name, EntityChange.Delete(partitionKey, rowKey, ifMatch), cancellationToken);
            return Answer(204);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return Answer(404);
        }
    }

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Deletes an entity; a missing one gives a response of status 404.</summary>
    /// <param name="entity">The entity, of which only the key counts.</param>
    /// <param name="ifMatch">The version that it must have; any where none is given.</param>
    /// <param name="cancellationToken">Gives up before the call is made.</param>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntityAsync(ITableEntity, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default,
        CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity, ifMatch, cancellationToken).GetAwaiter().GetResult();

    private static void RequireKey(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }

    private static TableTransactionActionType Choose(
        TableUpdateMode mode, TableTransactionActionType merge, TableTransactionActionType replace) => mode switch
        {
            TableUpdateMode.Merge => merge,
            TableUpdateMode.Replace => replace,
            _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}"),
        };

    private async Task<Response> ChangeAsync(
        TableTransactionActionType kind, ITableEntity entity, ETag condition, CancellationToken cancellation)
    {
        var stamp = await Tables.ChangeAsync(Name, EntityChange.Of(kind, entity, condition), cancellation);
        return Answer(204, stamp);
    }
}
