using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>One column of a table, as Sage's own dictionary describes it.</summary>
internal sealed partial record Column(string Name, ColumnType Type)
{
    public int Length { get; init; }

    /// <summary>Its length up to release 2018; 0 where it never changed.</summary>
    public int OldLength { get; init; }

    public int Decimals { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public bool ReadOnly { get; init; }

    public bool Required { get; init; }

    public KeyFormat Format { get; init; }

    /// <summary>The object in whose key the value must be on file.</summary>
    public string? Lookup { get; init; }

    public object Default { get; init; } = Type == ColumnType.Number ? 0m : "";

    /// <summary>Whether it tells of the record itself, so that no other record takes it over.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The name that BOI knows: text columns carry a $.</summary>
    public string BoiName => Type == ColumnType.Number ? Name : Name + "$";

    /// <summary>The name that Sage's messages use: "Customer Name".</summary>
    public string Label => Humps().Replace(Name.Replace("UDF_", ""), " ");

    public int LengthIn(Release release) => release == Release.Sage2018 && OldLength > 0 ? OldLength : Length;

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Humps();
}
