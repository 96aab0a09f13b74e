using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// An object's dictionary at a host: what the agent knows of the columns that the host has, and the fields that the company
/// added. A host that does not tell its columns has those that the agent knows.
/// </summary>
internal static class HostDictionary
{
    /// <summary>Byte 8A, which separates values and rows in ProvideX, as it comes through COM.</summary>
    public const char Separator = 'Š';

    public static ObjectDictionary Of(BoiObject known, string release, Func<BoiObject, string, LateObject> open) =>
        new(Columns(known.Columns, release, known.Keys, Told(open(known, known.Service))))
        {
            Object = known.Object, Table = known.Table, Keys = known.Keys, Writable = known.Writable,
            Lines = known.Lines is not { } lines ? null
                : new ObjectDictionary(Columns(lines.Columns, release, lines.Keys, Told(open(known, lines.Service))))
                {
                    Object = lines.Table, Table = lines.Table, Keys = lines.Keys
                },
        };

    private static List<ColumnFacts> Columns(
        IReadOnlyList<BoiColumn> known, string release, IReadOnlyList<string> keys, HashSet<string> told)
    {
        var columns = known.Select(column => column.In(release))
            .Where(column => told.Count == 0 || told.Contains(column.BoiName) || keys.Contains(column.Name)).ToList();
        var names = columns.Select(column => column.BoiName).ToHashSet(StringComparer.Ordinal);
        columns.AddRange(told.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal).Select(Own));
        return columns;
    }

    /// <summary>A field that the agent does not know: the $ tells text from numbers; Sage itself checks the length.</summary>
    private static ColumnFacts Own(string boiName) => boiName.EndsWith('$')
        ? new ColumnFacts(boiName[..^1], ColumnKind.Text, 2048)
        : new ColumnFacts(boiName, ColumnKind.Number, 15) { Decimals = 6 };

    private static HashSet<string> Told(LateObject service)
    {
        try
        {
            const StringSplitOptions Names = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
            return service.Text("sGetColumns").Split([Separator, ','], Names).ToHashSet(StringComparer.Ordinal);
        }
        catch (UnknownVerbException)
        {
            return [];
        }
    }
}
