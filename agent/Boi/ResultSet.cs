using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>nGetResultSets: columns of every record that fits a filter, in one round trip.</summary>
internal static class ResultSet
{
    private const char Between = '\u001f';

    /// <summary>The values of each record, as texts, in the order of the columns.</summary>
    public static IEnumerable<string[]> Read(LateObject service, IReadOnlyList<ColumnFacts> columns, string filter)
    {
        var wanted = string.Join("+CHR(31)+", columns.Select(Expression));
        object[] arguments = [wanted, "", "", "", filter, "", ""];
        service.CallByReference("nGetResultSets", arguments, 2, 3);
        return LateValues.Text(arguments[2]).Split(HostDictionary.Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(Between)).Where(values => values.Length == columns.Count);
    }

    private static string Expression(ColumnFacts column) =>
        column.Kind == ColumnKind.Number ? $"STR({column.BoiName})" : column.BoiName;
}
