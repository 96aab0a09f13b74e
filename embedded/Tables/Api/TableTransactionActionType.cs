namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds a new entity; fails where one with its key exists.</summary>
    Add = 0,

    /// <summary>Merges into an existing entity.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an existing entity.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes an existing entity.</summary>
    Delete = 3,

    /// <summary>Adds the entity, or merges into the existing one.</summary>
    UpsertMerge = 4,

    /// <summary>Adds the entity, or replaces the existing one.</summary>
    UpsertReplace = 5,
}
