using System.Text.RegularExpressions;
using Isthmus.Core.Mapping.Documents;

namespace Isthmus.Core.References;

/// <summary>Makes a table of one file of <c>mappings/references</c>.</summary>
internal static class ReferenceTableReader
{
    public static ReferenceTable? Read(string path, string shownAs, ProblemList problems)
    {
        if (YamlFile.Read(path, shownAs, problems) is not { } file)
            return null;
        var before = problems.All.Count;
        var name = file.Required("table", "Write 'table: NAME', the name that documents use.");
        var description = file.Text("description") ?? "";
        var ignoreCase = file.Text("match") switch
        {
            null or "exact" => false,
            "ignoreCase" => true,
            var other => file.Wrong("match", other, "Unknown way to match keys.", "Write exact or ignoreCase."),
        };
        var columns = Columns(file);
        var rows = Rows(file, columns, ignoreCase);
        file.Close();
        return problems.All.Count == before
            ? new(name, description, shownAs, ignoreCase, [.. columns.Select(c => c.Name)], rows)
            : null;
    }

    private static List<(string Name, ColumnType Type)> Columns(DocumentNode file)
    {
        var columns = new List<(string, ColumnType)>();
        if (file.Node("columns") is not { } node)
        {
            file.Wrong("columns", null, "A table needs columns.", "Write 'columns: { NAME: text }'.");
            return columns;
        }
        foreach (var name in node.Names)
        {
            var words = node.Texts(name);
            var type = words is [var single] && ColumnType.Names.Contains(single) ? new ColumnType(single, []) : new("", words);
            columns.Add((name, type));
        }
        if (columns.Count == 0)
            file.Wrong("columns", null, "A table needs at least one column.", "Write 'columns: { NAME: text }'.");
        return columns;
    }

    private static List<ReferenceRow> Rows(DocumentNode file, List<(string Name, ColumnType Type)> columns, bool ignoreCase)
    {
        var rows = new List<ReferenceRow>();
        var seen = new HashSet<string>(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var form = Form(file);
        if (file.Node("rows") is not { } node)
            return rows;
        foreach (var key in node.Names)
        {
            if (!seen.Add(key))
                node.Wrong(key, key, "This key is there twice.",
                    "Keep one of them; keys of this table match in any letter case.");
            if (form is not null && !form.IsMatch(key))
                node.Wrong(key, key, "The key does not have the form of this table's keys.", $"Write it as {form} says.");
            rows.Add(new(key, Cells(node, key, columns)));
        }
        return rows;
    }

    private static Regex? Form(DocumentNode file)
    {
        if (file.Text("keys") is not { } pattern)
            return null;
        try
        {
            return new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException broken)
        {
            file.Wrong("keys", pattern, broken.Message, "Write a regular expression that every key matches.");
            return null;
        }
    }

    private static string?[] Cells(DocumentNode rows, string key, List<(string Name, ColumnType Type)> columns)
    {
        var cells = new string?[columns.Count];
        if (rows.IsMap(key))
        {
            var row = rows.Node(key)!;
            for (var i = 0; i < columns.Count; i++)
                cells[i] = Checked(row, columns[i].Name, row.Text(columns[i].Name), columns[i].Type);
            row.Close();
            return cells;
        }
        var list = rows.Texts(key);
        if (list.Count > columns.Count)
            rows.Wrong(key, null, $"The row has {list.Count} cells, the table {columns.Count} columns.", "Remove the surplus.");
        for (var i = 0; i < Math.Min(list.Count, columns.Count); i++)
            cells[i] = Checked(rows, key, list[i].Length == 0 ? null : list[i], columns[i].Type);
        return cells;
    }

    private static string? Checked(DocumentNode node, string name, string? cell, ColumnType type)
    {
        if (cell is not null && !type.Accepts(cell))
            node.Wrong(name, cell, "The cell does not fit its column.", $"Write {type.Expected}.");
        return cell;
    }
}
