namespace Azure.Data.Tables;

/// <summary>One action of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>An action without a condition.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity to do it with.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity) : this(actionType, entity, default)
    {
    }

    /// <summary>An action on one version of the entity.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity to do it with.</param>
    /// <param name="etag">The version that the entity must have; without one any will do.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The entity to do it with.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version that the entity must have.</summary>
    public ETag ETag { get; }
}
