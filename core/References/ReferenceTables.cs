using System.Security.Cryptography;
using Isthmus.Core.Mapping;
using Isthmus.Core.Mapping.Documents;

namespace Isthmus.Core.References;

/// <summary>All reference tables of one folder.</summary>
public sealed class ReferenceTables
{
    private readonly Dictionary<string, ReferenceTable> _tables = new(StringComparer.Ordinal);

    /// <summary>The tables, by name.</summary>
    public IReadOnlyDictionary<string, ReferenceTable> All => _tables;

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="MappingCatalogException">Some table cannot be used; holds every mistake.</exception>
    public static ReferenceTables Load(string folder)
    {
        var problems = new ProblemList();
        var tables = Load(folder, problems);
        problems.ThrowIfAny();
        return tables;
    }

    /// <summary>A hash of all files; part of the version of every document.</summary>
    internal byte[] Content { get; private set; } = [];

    /// <summary>The table of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public ReferenceTable Get(string name) => _tables.TryGetValue(name, out var table)
        ? table
        : throw new KeyNotFoundException($"No reference table '{name}'. There are: {string.Join(", ", _tables.Keys.Order())}.");

    internal static ReferenceTables Load(string folder, ProblemList problems)
    {
        var tables = new ReferenceTables();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var shownAs = "references/" + Path.GetFileName(path);
            if (ReferenceTableReader.Read(path, shownAs, problems) is { } table && !tables._tables.TryAdd(table.Name, table))
                problems.Add(shownAs, table.Name, "Two tables have this name.",
                    $"Rename one; the other is {tables._tables[table.Name].Path}.");
        }
        tables.Content = SHA256.HashData([.. files.Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)]);
        return tables;
    }
}
