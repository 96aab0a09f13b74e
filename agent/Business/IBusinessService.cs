namespace Isthmus.Agent.Business;

/// <summary>A _svc object: finds records by their key and locks none.</summary>
internal interface IBusinessService
{
    /// <summary>The key columns, in order.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>Why <see cref="Find"/> could not look.</summary>
    BoiError? Error { get; }

    /// <summary>Names one part of the key.</summary>
    void SetKeyValue(string column, string value);

    /// <summary>
    /// The record with its lines; null where there is none, or with an <see cref="Error"/> where the key is no key.
    /// </summary>
    IBusinessRow? Find();
}
