namespace Isthmus.Agent.Business;

/// <summary>A record: text and decimals by column.</summary>
internal interface IBusinessRow
{
    /// <summary>How many columns it has.</summary>
    int Count { get; }

    /// <summary>Its lines; null where the object has none or they were not asked for.</summary>
    IReadOnlyList<IBusinessRow>? Lines { get; }

    /// <summary>A column's name, without the $.</summary>
    string Name(int at);

    /// <summary>A column's value: a string or a decimal.</summary>
    object Value(int at);

    /// <summary>Where a column stands; -1 where the record has none of that name.</summary>
    int Find(string column);
}
