using System.Text;
using Microsoft.Data.Sqlite;

namespace Isthmus.Flows.Tests.Privacy;

/// <summary>
/// All that a stopped app left behind, but for the payloads and the events as they were received: those are where personal values
/// belong.
/// </summary>
internal static class KeptState
{
    /// <summary>Every place that holds one of the words, with the word.</summary>
    public static List<string> Find(string home, IReadOnlyCollection<string> words)
    {
        var found = new List<string>();
        foreach (var (place, text) in Rows(Path.Combine(home, "state.db")).Concat(Logs(home)))
        {
            foreach (var word in words)
            {
                var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                if (at < 0) continue;
                var from = Math.Max(0, at - 120);
                found.Add($"{place} holds {word}: {text[from..Math.Min(text.Length, from + 300)]}");
            }
        }
        return found;
    }

    public static IEnumerable<(string Place, string Text)> Logs(string home) => Directory
        .EnumerateFiles(Path.Combine(home, "logs"), "*", SearchOption.AllDirectories)
        .SelectMany(file => File.ReadLines(file).Select(line => (Path.GetFileName(file), line)));

    private static IEnumerable<(string Place, string Text)> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var table in Names(connection))
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the store itself.
            command.CommandText = table == "azure_entities"
                ? "SELECT t.name, e.partition, e.row, e.properties FROM azure_entities e JOIN azure_tables t ON t.id = e.\"table\" "
                    + "WHERE t.name NOT IN ('payloads', 'inbox')"
                : $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var cells = Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i) switch
                {
                    byte[] bytes => Encoding.UTF8.GetString(bytes),
                    var value => value.ToString(),
                });
                yield return (table, string.Join(" | ", cells));
            }
        }
    }

    private static List<string> Names(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }
}
