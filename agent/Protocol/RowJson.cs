using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>Writes rows as the protocol shows them: Sage's column names without $, lines under Lines.</summary>
internal static class RowJson
{
    public static void Write(this Utf8JsonWriter answer, IBusinessRow row, IReadOnlyList<string>? columns = null)
    {
        answer.WriteStartObject();
        if (columns is null) Whole(answer, row);
        else
        {
            foreach (var column in columns)
                if (row.Find(column) is >= 0 and var at) Member(answer, column, row.Value(at));
        }
        answer.WriteEndObject();
    }

    private static void Whole(Utf8JsonWriter answer, IBusinessRow row)
    {
        for (var at = 0; at < row.Count; at++) Member(answer, row.Name(at), row.Value(at));
        if (row.Lines is not { } lines) return;
        answer.WriteStartArray("Lines");
        foreach (var line in lines) answer.Write(line);
        answer.WriteEndArray();
    }

    private static void Member(Utf8JsonWriter answer, string column, object value)
    {
        if (value is decimal number) answer.WriteNumber(column, number);
        else answer.WriteString(column, (string)value);
    }
}
