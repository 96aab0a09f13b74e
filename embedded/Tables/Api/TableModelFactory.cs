namespace Azure.Data.Tables.Models;

/// <summary>Makes models for tests of code that uses a client.</summary>
public static class TableModelFactory
{
    /// <summary>A table of an account.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="odataType">Not shown by the model.</param>
    /// <param name="odataId">Not shown by the model.</param>
    /// <param name="odataEditLink">Not shown by the model.</param>
    public static TableItem TableItem(
        string? name = null, string? odataType = null, string? odataId = null, string? odataEditLink = null) => new(name!);
}
