using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>Writes rows as the protocol shows them: Sage's column names without $, lines under Lines.</summary>
internal static class RowJson
{
    public static void Write(this Utf8JsonWriter answer, Row row, IReadOnlyList<Column>? columns = null)
    {
        answer.WriteStartObject();
        Members(answer, row, columns);
        answer.WriteEndObject();
    }

    public static void Members(Utf8JsonWriter answer, Row row, IReadOnlyList<Column>? columns = null)
    {
        foreach (var column in columns ?? row.Schema.Columns)
        {
            if (row[column] is decimal number) answer.WriteNumber(column.Name, number);
            else answer.WriteString(column.Name, (string)row[column]);
        }
        if (columns is not null || row.Schema.Lines is null) return;
        answer.WriteStartArray("Lines");
        foreach (var line in row.Lines) answer.Write(line);
        answer.WriteEndArray();
    }
}
