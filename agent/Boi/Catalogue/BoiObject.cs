using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>What the agent knows of one of Sage's objects before it has seen a host.</summary>
internal sealed record BoiObject
{
    /// <summary>The protocol's name: "SO_SalesOrder".</summary>
    public required string Object { get; init; }

    public required string Table { get; init; }

    /// <summary>"S/O": whose date is set, and whose tasks count.</summary>
    public required string Module { get; init; }

    /// <summary>"SO_SalesOrder_ui"; blank where only rights to the module count.</summary>
    public string Task { get; init; } = "";

    /// <summary>The object that writes; blank where Sage only reads.</summary>
    public string Bus { get; init; } = "";

    public required string Service { get; init; }

    /// <summary>The verb of the _bus object that takes the next number; blank where it has none.</summary>
    public string NextNumber { get; init; } = "";

    /// <summary>
    /// The object in which a posted record is found under the same key; a create on it answers with that record.
    /// </summary>
    public string Finished { get; init; } = "";

    /// <summary>The object that keeps keys which may not be used again.</summary>
    public string History { get; init; } = "";

    public required IReadOnlyList<string> Keys { get; init; }

    public required IReadOnlyList<BoiColumn> Columns { get; init; }

    public BoiLines? Lines { get; init; }

    /// <summary>The key as messages call it: "Sales Order Number".</summary>
    public string KeyLabel { get; init; } = "Record";

    public bool Writable => Bus.Length > 0;
}

/// <summary>The lines of an object.</summary>
internal sealed record BoiLines
{
    public required string Table { get; init; }

    /// <summary>The service that reads them.</summary>
    public required string Service { get; init; }

    public required IReadOnlyList<string> Keys { get; init; }

    public required IReadOnlyList<BoiColumn> Columns { get; init; }
}

/// <summary>One column, for every release.</summary>
/// <param name="Name">Without the $.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Length">Characters.</param>
internal sealed record BoiColumn(string Name, ColumnKind Type, int Length)
{
    /// <summary>Its length up to release 2018; 0 where it never changed.</summary>
    public int OldLength { get; init; }

    public int Decimals { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public bool ReadOnly { get; init; }

    public bool Required { get; init; }

    public ColumnFacts In(string release) => new(Name, Type, release == "2018" && OldLength > 0 ? OldLength : Length)
    {
        Decimals = Decimals, Values = Values, ReadOnly = ReadOnly, Required = Required
    };
}
